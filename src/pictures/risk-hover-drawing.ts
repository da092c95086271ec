/** A risk in the matrix of its method, small enough for a hover: where it stands without treatment, today and afterwards. */
import { combine, riskMethod } from '../analysis/method.ts';
import { levelColour } from '../drawing/level-colours.ts';
import { box, drawing, rounded, type Shape, shape } from '../drawing/shape.ts';
import type { Declaration } from '../model/declaration.ts';
import { later, type Say, sayIn } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { PositionData, StageName } from './data.ts';
import { riskMark } from './landscape.ts';

/** In units of the drawing, which are pixels: a cell, and what is left free around the matrix. */
const size = { width: 30, height: 18 };
const margin = 2;

/** Of a combination that is in no level. */
const noLevel = '#888888';

/** The stages from first to last, each with what its mark looks like. */
const stages: readonly (readonly [stage: StageName, words: string, radius: number, fill: string])[] = [
  ['inherent', later('without treatment'), 4, '#ffffff'],
  ['today', later('today'), 4.5, '#14181f'],
  ['remaining', later('after treatment'), 5.5, '#c2185b'],
];

/** The drawing; undefined for what is no risk, for a risk without a place in a matrix, and for methods without one. */
export function riskHoverDrawing(unit: IsmsUnit, declaration: Declaration, say: Say = sayIn()): Shape | undefined {
  if (declaration.$type !== 'Risk') return undefined;
  const view = unit.view();
  const method = view.get(riskMethod);
  if (!method) return undefined;
  const { positions } = riskMark(unit, view, method, declaration);
  const rows = method.likelihood.length;
  const corner = (row: number, column: number): [x: number, y: number] => [
    margin + column * size.width,
    margin + (rows - 1 - row) * size.height,
  ];
  const centre = (position: PositionData | null): readonly [x: number, y: number, words: string] | undefined => {
    if (!position || position.row === null || position.column === null) return undefined;
    const [x, y] = corner(position.row, position.column);
    const likelihood = method.likelihood[position.row]?.label ?? '';
    const impact = method.impact[position.column]?.label ?? '';
    return [x + size.width / 2, y + size.height / 2, `${likelihood} × ${impact}`];
  };
  const stops = stages.flatMap(([stage, words, radius, fill]) => {
    const at = centre(positions[stage]);
    return at ? [{ at, words, radius, fill }] : [];
  });
  if (!stops.length) return undefined;
  const cells = method.likelihood.flatMap((chance, row) =>
    method.impact.map((impact, column) => {
      const { level } = combine(method, chance, impact, column);
      const rank = level ? method.levels.indexOf(level) : -1;
      const fill = rank < 0 ? noLevel : levelColour(rank, method.levels.length).fill;
      const [x, y] = corner(row, column);
      return box(x, y, size.width - 1, size.height - 1, undefined, fill);
    }),
  );
  const path = stops.map(({ at: [x, y] }, index) => `${index ? 'L' : 'M'}${rounded(x)} ${rounded(y)}`).join('');
  const words = stops.map(({ words: stage, at }) => say('{0} at {1}', say(stage), at[2])).join(', ');
  return drawing(method.impact.length * size.width + 2 * margin, rows * size.height + 2 * margin, words, [
    ...cells,
    shape('path', { d: path, fill: 'none', stroke: '#14181f', 'stroke-width': 1.5 }),
    // The last one lies lowest: where nothing moves, all are seen as rings.
    ...[...stops]
      .reverse()
      .map(({ at: [cx, cy], radius, fill }) =>
        shape('circle', { cx: rounded(cx), cy: rounded(cy), r: radius, fill, stroke: '#14181f', 'stroke-width': 1 }),
      ),
  ]);
}
