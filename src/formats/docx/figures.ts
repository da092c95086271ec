/**
 * Figures of a Word document, drawn with what word processors have: a matrix as a table of coloured cells, bars as one row each whose cells
 * are as wide as their parts. So they can be read aloud, searched and changed.
 */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { BarsFigure, Figure, MatrixCell, MatrixFigure, Tone } from '../../documents/blocks.ts';
import { shadesOf } from '../../drawing/shades.ts';
import { band, shadedGround, soft, toneColours } from '../shared/tones.ts';
import { type Look, runs } from './prose.ts';

/** In half points: letters of labels, of counts, and of what the parts are called. */
const sizes = { label: 17, count: 24, legend: 16 } as const;
/** In twentieths of a point: how high rows are, the least width of a part, and the room for labels. */
const heights = { cell: 620, bar: 400 } as const;
const least = { part: 340, label: 1500 } as const;

const white = { style: BorderStyle.SINGLE, size: 12, color: 'FFFFFF' } as const;
const gaps = { top: white, bottom: white, left: white, right: white } as const;
const within = { ...gaps, insideHorizontal: white, insideVertical: white } as const;

/** @param width of the text on the page, in twentieths of a point */
export const figureParts = (figure: Figure, width: number): (Table | Paragraph)[] =>
  figure.kind === 'matrix' ? [matrix(figure, width), new Paragraph({})] : bars(figure, width);

interface Box {
  readonly lines: readonly (readonly [text: string, look: Look])[];
  readonly width: number;
  readonly fill?: string;
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
}

const boxCell = ({ lines, width, fill, alignment = AlignmentType.CENTER }: Box): TableCell =>
  new TableCell({
    borders: gaps,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
    ...(fill !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: (lines.length ? lines : [['', {}] as const]).map(
      ([text, look]) => new Paragraph({ alignment, keepNext: true, spacing: { after: 0 }, children: runs(text, look) }),
    ),
  });

const boxTable = (widths: readonly number[], rows: readonly (readonly Box[])[], height: number): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: within,
    margins: { top: 20, bottom: 20, left: 40, right: 40 },
    rows: rows.map(
      boxes =>
        new TableRow({
          cantSplit: true,
          height: { value: height, rule: HeightRule.ATLEAST },
          children: boxes.map(boxCell),
        }),
    ),
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The cells with counts and words; labels of rows at the left, of columns below, what the axes are called in the corner. */
function matrix({ across, down, cells }: MatrixFigure, width: number): Table {
  const columns = across.labels.length;
  const left = Math.max(least.label, Math.floor(width * 0.2));
  const each = Math.floor(Math.min((width - left) / Math.max(columns, 1), 1700));
  const label: Look = { size: sizes.label };
  const rows = down.labels.map((text, y): Box[] => [
    { lines: [[text, label]], width: left, alignment: AlignmentType.RIGHT },
    ...across.labels.map((_, x) => matrixBox(cells[y]?.[x], each)),
  ]);
  const foot: Box[] = [
    {
      lines: [[`${down.title} \\ ${across.title}`, { ...label, color: soft }]],
      width: left,
      alignment: AlignmentType.RIGHT,
    },
    ...across.labels.map((text): Box => ({ lines: [[text, label]], width: each })),
  ];
  return boxTable([left, ...across.labels.map(() => each)], [...rows, foot], heights.cell);
}

function matrixBox(cell: MatrixCell | undefined, width: number): Box {
  const { count = 0, word, tone } = cell ?? {};
  return {
    lines: [
      ...(count ? [[String(count), { bold: true, size: sizes.count }] as const] : []),
      ...(word === undefined ? [] : [[word, { size: sizes.legend, color: soft }] as const]),
    ],
    width,
    fill: groundOf(tone),
  };
}

const groundOf = (tone: Tone | undefined): string => (tone ? toneColours[tone].ground : band);

/** A row for each bar, all equally long, and below them what the parts are called. */
function bars({ parts, bars: all }: BarsFigure, width: number): (Table | Paragraph)[] {
  const shades = shadesOf({ parts, bars: all });
  const fills = parts.map(({ tone }, part) => shadedGround(tone, shades[part] ?? 0));
  const left = Math.max(least.label, Math.floor(width * 0.2));
  const rows = all.flatMap(({ label, values }): (Table | Paragraph)[] => {
    const shown = parts.flatMap(({ label: name }, part) =>
      values[part] ? [{ name, fill: fills[part] ?? band, value: values[part] }] : [],
    );
    const widths = partWidths(
      shown.map(({ value }) => value),
      width - left,
    );
    const boxes: Box[] = [
      { lines: [[label, { size: sizes.label }]], width: left, alignment: AlignmentType.RIGHT },
      ...shown.map(
        ({ name, fill, value }, at): Box => ({
          lines: [[wordsIn(`${value} ${name}`, widths[at] ?? 0) ?? String(value), { size: sizes.label }]],
          width: widths[at] ?? least.part,
          fill,
        }),
      ),
    ];
    // Two tables in a row would be one.
    return [boxTable([left, ...widths], [boxes], heights.bar), new Paragraph({ spacing: { after: 0, line: 40 } })];
  });
  const used = parts.flatMap(({ label }, part) =>
    all.some(({ values }) => values[part]) ? legend(label, fills[part] ?? band) : [],
  );
  return [...rows, new Paragraph({ children: used })];
}

/** A stretch of the colour of a part, and what it is called. */
const legend = (label: string, fill: string) => [
  new TextRun({
    text: '\u00A0'.repeat(4),
    size: sizes.legend,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill },
  }),
  ...runs(` ${label}   `, { size: sizes.legend }),
];

/** In twentieths of a point: about the width of a letter of a label. */
const letter = 100;

/** Words that find room in a cell of this width. */
const wordsIn = (words: string, width: number): string | undefined =>
  (words.length + 1) * letter <= width ? words : undefined;

/** By their shares of the room, but never narrower than a number needs. */
function partWidths(values: readonly number[], room: number): number[] {
  const total = sum(values);
  const narrowest = Math.min(least.part, room / values.length);
  const spare = room - values.length * narrowest;
  return values.map(value => Math.floor(narrowest + (spare * value) / total));
}
