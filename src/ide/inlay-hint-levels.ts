/** The level that the method gives to a likelihood and an impact, where these are stated. */
import { type Evaluation, exceedsAppetite, type RiskMethod, riskMethod } from '../analysis/method.ts';
import { evaluateRisk } from '../analysis/risk.ts';
import type { CurrentLevel, Declaration, ResidualLevel, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { say } from '../wording/wording.ts';
import type { Hint } from './inlay-hint-kind.ts';

export function levelHints(view: IsmsView, declaration: Declaration): Hint[] {
  if (declaration.$type !== 'Risk') return [];
  const method = view.get(riskMethod);
  if (!method) return [];
  const { inherent, current, residual } = evaluateRisk(view, declaration);
  const [now] = declaration.current;
  const [rest] = declaration.residual;
  // With a block for today, what the risk states by itself is only a part of where it stands.
  const own = inherent ?? (now ? undefined : current);
  const stated: (readonly [Risk | CurrentLevel | ResidualLevel | undefined, Evaluation | undefined])[] = [
    [declaration, own],
    [now, current],
    [rest, residual],
  ];
  return stated.flatMap(([place, evaluation]) => {
    const at = place && endOfLevels(place);
    const label = evaluation && levelLabel(method, evaluation);
    return at === undefined || label === undefined ? [] : [{ at, label }];
  });
}

/** Behind the last of what the level follows from. */
function endOfLevels({ likelihood, impact, consequences }: Risk | CurrentLevel | ResidualLevel): number | undefined {
  const ends = [
    ...(likelihood ? [likelihood.end] : []),
    ...impact.map(({ $end }) => $end),
    ...consequences.map(({ $end }) => $end),
  ];
  return ends.length ? Math.max(...ends) : undefined;
}

/** As in `= 20 critical, above the appetite`. A matrix knows levels only. */
export function levelLabel(method: RiskMethod, evaluation: Evaluation): string | undefined {
  const { score, level } = evaluation;
  if (!level) return method.matrix ? undefined : say('= {0}', score);
  const above = exceedsAppetite(method, evaluation) ? `, ${say('above the appetite')}` : '';
  return (method.matrix ? `= ${level.label}` : say('= {0} {1}', score, level.label)) + above;
}
