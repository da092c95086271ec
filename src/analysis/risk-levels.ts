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

/** How many risks stand at a level, stage by stage. */
export interface LevelCounts {
  inherent: number;
  current: number;
  residual: number;
}

/** How many risks stand at each level of the method, lowest first; `not evaluated` last. */
export function countsByLevel(view: IsmsView): Map<string, LevelCounts> {
  const levels = new Map(levelLabels(view).map(level => [level, { inherent: 0, current: 0, residual: 0 }]));
  for (const stage of riskStages) {
    for (const risk of view.all('Risk')) {
      const counts = levels.get(levelLabelOf(standingAt(view, risk, stage)));
      if (counts) counts[stage]++;
    }
  }
  return levels;
}
