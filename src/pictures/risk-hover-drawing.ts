/** A risk in the matrix of its method, small enough for a hover. */
import { riskMethod } from '../analysis/method.ts';
import { methodMatrix } from '../analysis/risk-register.ts';
import type { Shape } from '../drawing/shape.ts';
import type { Declaration } from '../model/declaration.ts';
import { later, type Say, sayIn } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { StageName } from './data.ts';
import { riskMark } from './landscape.ts';
import { riskMovementDrawing } from './risk-movement-drawing.ts';

const stageWords: Readonly<Record<StageName, string>> = {
  inherent: later('without treatment'),
  today: later('today'),
  remaining: later('after treatment'),
};

/** The drawing; undefined for what is no risk, for a risk without a place in a matrix, and for methods without one. */
export function riskHoverDrawing(unit: IsmsUnit, declaration: Declaration, say: Say = sayIn()): Shape | undefined {
  if (declaration.$type !== 'Risk') return undefined;
  const view = unit.view();
  const method = view.get(riskMethod);
  if (!method) return undefined;
  const { levels, ...steps } = methodMatrix(method);
  const matrix = { ...steps, cells: levels.map(row => row.map(level => level ?? null)) };
  return riskMovementDrawing(matrix, riskMark(unit, view, method, declaration).positions, {
    levels: method.levels.map(({ label }) => label),
    say: (stage, place) => say('{0} at {1}', say(stageWords[stage]), place),
  });
}
