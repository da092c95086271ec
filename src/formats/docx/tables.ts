/** Tables of a Word document. */
import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Cell, Column, Fact, Table as GridOf, Prose, Row } from '../../documents/blocks.ts';
import { columnWidths } from '../shared/columns.ts';
import {
  type BelowCell,
  belowParts,
  belowSeparator,
  type Orientation,
  type PrintColumn,
  printLayout,
} from '../shared/print.ts';
import { toneOf } from '../shared/tables.ts';
import { cellLines } from '../shared/text.ts';
import { band, line, soft, toneColours } from '../shared/tones.ts';
import { inlines, type LinkTo, type Look, prose, runs } from './prose.ts';

/** In half points. */
const size = 16;

/** In points, of the size of tables: how wide a letter of a bold word is, at the most nearly; the fonts are the reader's. */
const letter = 5.2;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: line } as const;
const borders = { top: hair, bottom: hair, left: none, right: none } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** In twentieths of a point. */
const cellMargins = { top: 40, bottom: 40, left: 70, right: 70 };

const ground = (fill: string) => ({ type: ShadingType.CLEAR, color: 'auto', fill }) as const;

/** How much room there is for the text of a page, in twentieths of a point, and how the page is turned. */
export interface Page {
  readonly width: number;
  readonly orientation: Orientation;
  /** The colour of heads of tables, as six hexadecimal digits. */
  readonly accent: string;
}

/** Labels beside their values. */
export function factTable(facts: readonly Fact[], width: number): Table {
  const widths = [Math.round(width * 0.32), width - Math.round(width * 0.32)];
  const cell = (text: string, x: number, look: Look): TableCell =>
    new TableCell({
      borders,
      width: { size: widths[x] ?? 0, type: WidthType.DXA },
      children: [new Paragraph({ spacing: { after: 0 }, children: runs(text, look) })],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    margins: cellMargins,
    rows: facts.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [cell(label, 0, { color: soft }), cell(String(value), 1, { bold: true })],
        }),
    ),
  });
}

/** A table with its head row on each page; what finds no room stands below its row. */
export function gridTable(table: GridOf, { orientation, width, accent }: Page, linkTo: LinkTo): Table {
  const { beside, below } = printLayout(table, orientation);
  const widths = columnWidths(
    beside,
    table.groups.flatMap(({ rows }) => rows),
    { width: width / 20, padding: (cellMargins.left + cellMargins.right) / 20, measure: word => word.length * letter },
  ).map(points => Math.floor(points * 20));
  const isGrouped = table.groups.some(({ title }) => title !== '');
  const span = beside.length;
  const body = table.groups.flatMap(({ title, rows }) => [
    ...(isGrouped && title !== '' && rows.length ? [groupRow(title, span, accent)] : []),
    ...rows.flatMap(row => bodyRows(row, beside, below, widths, linkTo)),
  ]);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    margins: cellMargins,
    rows: [headRow(beside, widths, accent), ...body],
  });
}

const headRow = (columns: readonly PrintColumn[], widths: readonly number[], accent: string): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ column }, x) =>
        new TableCell({
          shading: ground(accent),
          borders,
          verticalAlign: VerticalAlign.BOTTOM,
          width: { size: widths[x] ?? 0, type: WidthType.DXA },
          children: [cellParagraph(column, runs(column.title, { bold: true, color: 'FFFFFF', size }), true)],
        }),
    ),
  });

const groupRow = (title: string, columnSpan: number, accent: string): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan,
        borders,
        shading: ground(band),
        children: [new Paragraph({ keepNext: true, children: runs(title, { bold: true, color: accent }) })],
      }),
    ],
  });

/** A row that is made when it is written, with widths of its own: the library's description of a table of thousands of rows takes several times as much memory as its text. */
class LaterRow extends TableRow {
  private readonly make: () => TableRow;

  constructor(make: () => TableRow) {
    super({ children: [] });
    this.make = make;
  }

  override prepForXml(...given: Parameters<TableRow['prepForXml']>): ReturnType<TableRow['prepForXml']> {
    return this.make().prepForXml(...given);
  }
}

function bodyRows(
  row: Row,
  beside: readonly PrintColumn[],
  below: readonly PrintColumn[],
  widths: readonly number[],
  linkTo: LinkTo,
): TableRow[] {
  const shown = belowParts(row, below);
  const main = (): TableRow =>
    new TableRow({
      cantSplit: true,
      children: beside.map(({ column, x }, index) =>
        bodyCell(column, row[x], x === 0, widths[index] ?? 0, linkTo, shown.length > 0),
      ),
    });
  if (!shown.length) return [new LaterRow(main)];
  const rest = (): TableRow =>
    new TableRow({
      children: [
        new TableCell({
          columnSpan: beside.length,
          width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
          borders: { ...borders, top: none },
          margins: { left: 280 },
          children: shown.flatMap(part => belowParagraphs(part, linkTo)),
        }),
      ],
    });
  return [new LaterRow(main), new LaterRow(rest)];
}

function bodyCell(
  column: Column,
  cell: Cell,
  isHeading: boolean,
  width: number,
  linkTo: LinkTo,
  goesOn: boolean,
): TableCell {
  const tone = toneOf(column, cell);
  const look: Look = tone ? { bold: true, color: toneColours[tone].text } : isHeading ? { bold: true } : {};
  const options: ITableCellOptions = {
    borders: goesOn ? { ...borders, bottom: none } : borders,
    width: { size: width, type: WidthType.DXA },
    children: cellParagraphs(column, cell, linkTo, look, '', goesOn),
  };
  return new TableCell(tone ? { ...options, shading: ground(toneColours[tone].ground) } : options);
}

/** What stands in a line of its own; of short texts that share a line one paragraph. */
function belowParagraphs(part: readonly BelowCell[], linkTo: LinkTo): Paragraph[] {
  const [first, ...more] = part;
  if (!first || !more.length)
    return part.flatMap(({ column, cell }) => cellParagraphs(column, cell, linkTo, {}, `${column.title}: `));
  const children = part.flatMap(({ column, cell }, at) => [
    ...runs(`${at ? belowSeparator : ''}${column.title}: `, { color: soft, size }),
    ...runs(String(cell), { size }),
  ]);
  return [cellParagraph({ ...first.column, kind: 'name' }, children)];
}

/**
 * A cell has a paragraph at least. Below its row it begins with its column's title.
 * @param keepNext whether its row stays on the page of the next one
 */
function cellParagraphs(
  column: Column,
  cell: Cell,
  linkTo: LinkTo,
  look: Look,
  label = '',
  keepNext = false,
): Paragraph[] {
  const small = { ...look, size };
  const before: ParagraphChild[] = label === '' ? [] : runs(label, { color: soft, size });
  if (typeof cell === 'object' && 'type' in cell) {
    const blocks: Prose = cell.type === 'link' ? [{ type: 'paragraph', content: [cell] }] : cell.blocks;
    const [first, ...rest] = blocks;
    if (first?.type !== 'paragraph') return [cellParagraph(column, before, keepNext), ...prose(blocks, linkTo, small)];
    return [
      cellParagraph(column, [...before, ...inlines(first.content, linkTo, small)], keepNext),
      ...prose(rest, linkTo, small),
    ];
  }
  const [first = '', ...rest] = cellLines(cell);
  return [
    cellParagraph(column, [...before, ...runs(first, small)], keepNext),
    ...rest.map(text => cellParagraph(column, runs(text, small), keepNext)),
  ];
}

const cellParagraph = (column: Column, children: readonly ParagraphChild[], keepNext = false): Paragraph =>
  new Paragraph({
    ...(keepNext && { keepNext }),
    spacing: { after: 0 },
    alignment: column.kind === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children,
  });
