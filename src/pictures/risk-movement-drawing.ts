/** A risk in the matrix of its method, small: where it stands without treatment, today and afterwards. */
import { levelColour } from '../drawing/level-colours.ts';
import { box, drawing, rounded, type Shape, shape } from '../drawing/shape.ts';
import type { MatrixData, PositionData, StageName } from './data.ts';

/** In units of the drawing, which are pixels: a cell, and what is left free around the matrix. */
const size = { width: 30, height: 18 };
const margin = 2;

/** Of a combination that is in no level. */
const noLevel = '#888888';

/** The stages from first to last, each with what its mark looks like. */
const stages: readonly (readonly [stage: StageName, radius: number, fill: string])[] = [
  ['inherent', 4, '#ffffff'],
  ['today', 4.5, '#14181f'],
  ['remaining', 5.5, '#c2185b'],
];

export interface MovementChoice {
  /** The levels of the method, lowest first. */
  readonly levels: readonly string[];
  /** What is said of a stage and where the risk stands in it, such as `likely × severe`. */
  readonly say: (stage: StageName, place: string) => string;
}

/** The drawing; undefined for a risk that has no place in the matrix. */
export function riskMovementDrawing(
  { likelihood, impact, cells }: MatrixData,
  positions: Readonly<Record<StageName, PositionData | null>>,
  { levels, say }: MovementChoice,
): Shape | undefined {
  const corner = (row: number, column: number): [x: number, y: number] => [
    margin + column * size.width,
    margin + (likelihood.length - 1 - row) * size.height,
  ];
  const stops = stages.flatMap(([stage, radius, fill]) => {
    const position = positions[stage];
    if (!position || position.row === null || position.column === null) return [];
    const [x, y] = corner(position.row, position.column);
    const words = say(stage, `${likelihood[position.row] ?? ''} × ${impact[position.column] ?? ''}`);
    return [{ x: x + size.width / 2, y: y + size.height / 2, words, radius, fill }];
  });
  if (!stops.length) return undefined;
  const boxes = cells.flatMap((row, rowIndex) =>
    row.map((level, column) => {
      const rank = level === null ? -1 : levels.indexOf(level);
      const [x, y] = corner(rowIndex, column);
      const fill = rank < 0 ? noLevel : levelColour(rank, levels.length).fill;
      return box(x, y, size.width - 1, size.height - 1, undefined, fill);
    }),
  );
  const path = stops.map(({ x, y }, index) => `${index ? 'L' : 'M'}${rounded(x)} ${rounded(y)}`).join('');
  const words = stops.map(stop => stop.words).join(', ');
  return drawing(impact.length * size.width + 2 * margin, likelihood.length * size.height + 2 * margin, words, [
    ...boxes,
    shape('path', { d: path, fill: 'none', stroke: '#14181f', 'stroke-width': 1.5 }),
    // The last one lies lowest: where nothing moves, all are seen as rings.
    ...[...stops]
      .reverse()
      .map(({ x, y, radius, fill }) =>
        shape('circle', { cx: rounded(x), cy: rounded(y), r: radius, fill, stroke: '#14181f', 'stroke-width': 1 }),
      ),
  ]);
}
