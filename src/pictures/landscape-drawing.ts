/** Draws the risk landscape: the matrix as a heat map, risks as marks, where they come from and go to, and the line of acceptance. */
import type { MatrixFigure } from '../documents/blocks.ts';
import { levelColour } from '../drawing/level-colours.ts';
import { type MatrixSize, matrixAxes, matrixExtent, matrixWords } from '../drawing/matrix.ts';
import { box, drawing, rounded, type Shape, shape, text } from '../drawing/shape.ts';
import type { Landscape, MatrixData, PositionData, RiskMark, StageName } from './data.ts';

export interface LandscapeChoice {
  /** Where marks stand. */
  readonly stage: StageName;
  readonly risks: readonly RiskMark[];
  /** The risk whose movement is drawn. */
  readonly selected: string | null;
  /** Whether the movements of all risks are drawn. */
  readonly movements: boolean;
  /** Of a state of the past: the ids of the risks that do not exist any more. */
  readonly gone?: ReadonlySet<string>;
  readonly words: {
    readonly title: string;
    readonly likelihood: string;
    readonly impact: string;
    readonly accepted: string;
    /** Stands above the matrix, such as the day that it is of. */
    readonly note?: string;
    readonly gone?: string;
  };
}

const size: MatrixSize = { left: 128, top: 34, width: 156, height: 92 };
/** As many marks have room for their ids; as many as dots; beyond that the rest is counted. */
const [labelled, dots, perRow] = [6, 24, 8];

/** The landscape; null where the method has no matrix. Marks have `data-risk`, what is counted only has `data-cell`. */
export function landscapeDrawing({ matrix, levels }: Landscape, choice: LandscapeChoice): Shape | null {
  if (!matrix) return null;
  const { risks, stage, selected, movements, words } = choice;
  const byCell = new Map<string, RiskMark[]>();
  for (const risk of risks) {
    const key = cellKey(risk.positions[stage]);
    if (key) byCell.set(key, [...(byCell.get(key) ?? []), risk]);
  }
  const figure = figureOf(matrix, words, byCell);
  const { width, height } = matrixExtent(figure, size);
  const rank = new Map(levels.map(({ word }, index) => [word, index]));
  const cells = eachCell(matrix, (level, row, column) => {
    const { fill, isDark } = levelColour(rank.get(level ?? '') ?? 0, levels.length);
    const [x, y] = corner(matrix, row, column);
    const ink = isDark ? 'cell-word on-dark' : 'cell-word';
    return [
      box(x, y, size.width, size.height, 'cell', level === null ? undefined : fill),
      ...(level === null ? [] : [text(x + 8, y + 18, level, ink, 'start')]),
    ];
  });
  const marks = [...byCell].flatMap(([key, inCell]) => {
    const [row = 0, column = 0] = key.split(' ').map(Number);
    return cellMarks(corner(matrix, row, column), inCell, key, choice);
  });
  const moving = risks.filter(({ id }) => movements || id === selected);
  return drawing(width + 4, height + 4, matrixWords(figure), [
    ...matrixAxes(figure, size),
    ...(words.note === undefined ? [] : [text((size.left + width) / 2, 18, words.note, 'strong')]),
    ...cells,
    ...acceptanceLine(matrix, levels, words.accepted),
    ...moving.filter(({ id }) => id !== selected).flatMap(risk => movement(matrix, risk, 'movement')),
    ...marks,
    ...moving.filter(({ id }) => id === selected).flatMap(risk => movement(matrix, risk, 'movement chosen')),
  ]);
}

const cellKey = (position: PositionData | null): string | undefined =>
  position && position.row !== null && position.column !== null ? `${position.row} ${position.column}` : undefined;

/** The same figure as documents have, for its axes and its words. */
const figureOf = (
  matrix: MatrixData,
  words: LandscapeChoice['words'],
  byCell: ReadonlyMap<string, readonly RiskMark[]>,
): MatrixFigure => ({
  type: 'figure',
  kind: 'matrix',
  id: 'landscape',
  title: words.title,
  across: { title: words.impact, labels: matrix.impact },
  down: { title: words.likelihood, labels: [...matrix.likelihood].reverse() },
  cells: matrix.cells
    .map((row, y) =>
      row.map((level, x) => ({ count: byCell.get(`${y} ${x}`)?.length ?? 0, ...(level !== null && { word: level }) })),
    )
    .reverse(),
});

const corner = ({ likelihood }: MatrixData, row: number, column: number): [x: number, y: number] => [
  size.left + column * size.width,
  size.top + (likelihood.length - 1 - row) * size.height,
];

const eachCell = <T>(
  { cells }: MatrixData,
  make: (level: string | null, row: number, column: number) => readonly T[],
): T[] => cells.flatMap((levels, row) => levels.flatMap((level, column) => make(level, row, column)));

function cellMarks(
  [x, y]: [number, number],
  risks: readonly RiskMark[],
  key: string,
  choice: LandscapeChoice,
): Shape[] {
  if (risks.length <= labelled) {
    return risks.map((risk, index) => {
      const [left, top] = [x + 6 + (index % 2) * 73, y + 25 + Math.floor(index / 2) * 22];
      return mark(risk, choice, [
        shape('rect', { x: left, y: top, width: 71, height: 19, rx: 9.5 }),
        text(left + 35.5, top + 13.5, shortened(risk.id), 'mark-word'),
      ]);
    });
  }
  const isAll = risks.length <= dots;
  const shown = isAll ? risks : risks.slice(0, dots - 2);
  const rest = risks.length - shown.length;
  const at = (index: number): [number, number] => [
    x + 16 + (index % perRow) * 17.5,
    y + 36 + Math.floor(index / perRow) * 20,
  ];
  return [
    ...shown.map((risk, index) => {
      const [cx, cy] = at(index);
      return mark(risk, choice, [shape('circle', { cx: rounded(cx), cy, r: 7 })]);
    }),
    ...(rest ? [more(at(shown.length), rest, key)] : []),
  ];
}

const shortened = (id: string): string => (id.length > 10 ? `${id.slice(0, 9)}…` : id);

function mark({ id, title }: RiskMark, { selected, gone, words }: LandscapeChoice, children: readonly Shape[]): Shape {
  const isGone = gone?.has(id) === true;
  const className = ['mark', ...(id === selected ? ['chosen'] : []), ...(isGone ? ['past'] : [])].join(' ');
  const name = title === null ? id : `${id} ${title}`;
  return shape('g', { class: className, 'data-risk': id, role: 'button' }, [
    shape('title', {}, [isGone && words.gone !== undefined ? `${name} (${words.gone})` : name]),
    ...children,
  ]);
}

const more = ([x, y]: [number, number], count: number, key: string): Shape =>
  shape('g', { class: 'mark more', 'data-cell': key, role: 'button' }, [
    shape('title', {}, [`+${count}`]),
    shape('rect', { x: x - 8, y: y - 9, width: 40, height: 18, rx: 9 }),
    text(x + 12, y + 4.5, `+${count}`, 'mark-word'),
  ]);

/** Along the borders between what is accepted without treatment and what is not. */
function acceptanceLine(matrix: MatrixData, levels: Landscape['levels'], words: string): Shape[] {
  const accepted = new Map(levels.map(level => [level.word, level.accepted]));
  const at = (row: number, column: number): boolean | null | undefined =>
    accepted.get(matrix.cells[row]?.[column] ?? '');
  const differs = (a: boolean | null | undefined, b: boolean | null | undefined): boolean =>
    typeof a === 'boolean' && typeof b === 'boolean' && a !== b;
  const lines = eachCell(matrix, (_, row, column) => {
    const [x, y] = corner(matrix, row, column);
    return [
      ...(differs(at(row, column), at(row, column + 1)) ? [`M${x + size.width} ${y}v${size.height}`] : []),
      ...(differs(at(row, column), at(row + 1, column)) ? [`M${x} ${y}h${size.width}`] : []),
    ];
  });
  if (!lines.length) return [];
  return [
    shape('path', { class: 'acceptance under', d: lines.join('') }),
    shape('path', { class: 'acceptance', d: lines.join('') }, [shape('title', {}, [words])]),
  ];
}

/** From where the risk stands without treatment to where it stands today and will stand. */
function movement(matrix: MatrixData, { positions }: RiskMark, className: string): Shape[] {
  const stops = (['inherent', 'today', 'remaining'] as const).flatMap((stage, index): [number, number][] => {
    const position = positions[stage];
    if (!position || position.row === null || position.column === null) return [];
    const [x, y] = corner(matrix, position.row, position.column);
    return [[x + size.width / 2 + (index - 1) * 6, y + size.height / 2 + 6]];
  });
  return stops.slice(1).flatMap((to, index) => {
    const from = stops[index];
    return from && Math.hypot(to[0] - from[0], to[1] - from[1]) > 12 ? arrow(from, to, className) : [];
  });
}

function arrow([x, y]: [number, number], [toX, toY]: [number, number], className: string): Shape[] {
  const length = Math.hypot(toX - x, toY - y);
  const [dx, dy] = [(toX - x) / length, (toY - y) / length];
  const [baseX, baseY] = [toX - dx * 12, toY - dy * 12];
  const point = (px: number, py: number): string => `${rounded(px)} ${rounded(py)}`;
  const head = [point(toX, toY), point(baseX - dy * 6, baseY + dx * 6), point(baseX + dy * 6, baseY - dx * 6)];
  return [
    shape('circle', { class: `${className} start`, cx: rounded(x), cy: rounded(y), r: 3.5 }),
    shape('path', { class: className, d: `M${point(x, y)}L${point(baseX, baseY)}` }),
    shape('path', { class: `${className} head`, d: `M${head.join('L')}Z` }),
  ];
}
