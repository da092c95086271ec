/** Risks by the level at which they stand: what statistics count and a view lists. (6.1.2 e) */
import type { Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { type Evaluation, riskMethod } from './method.ts';
import { evaluateRisk, remaining, standingToday } from './risk.ts';

/** Without treatment, today, and when the treatment is complete. */
export type RiskStage = 'inherent' | 'current' | 'residual';

export const riskStages: readonly RiskStage[] = ['inherent', 'current', 'residual'];

/** How a risk is counted whose level does not follow from what is declared, or that states no such stage. */
export const notEvaluated = 'not evaluated';

/** The levels of the method, lowest first, and last that of a risk that has none. */
export const levelLabels = (view: IsmsView): readonly string[] => [
  ...(view.get(riskMethod)?.levels ?? []).map(({ label }) => label),
  notEvaluated,
];

export const levelLabelOf = (evaluation: Evaluation | undefined): string => evaluation?.level?.label ?? notEvaluated;

/** Where a risk stands at a stage. Where nothing is said of afterwards, the stage before still holds. */
export function standingAt(view: IsmsView, risk: Risk, stage: RiskStage): Evaluation | undefined {
  if (stage === 'inherent') return evaluateRisk(view, risk).inherent;
  return stage === 'current' ? standingToday(view, risk) : remaining(view, risk);
}
