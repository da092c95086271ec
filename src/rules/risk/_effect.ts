/** Whether a treatment has any effect on the level of a risk. */
import { comparingMethod } from '../../analysis/method.ts';
import {
  evaluateRisk,
  hasMeasures,
  isTreatedBy,
  levelsByStage,
  type StageLevels,
  statesResidual,
} from '../../analysis/risk.ts';
import type { Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';

/** Whether a risk is treated and remains exactly as it is without treatment. */
export function remainsAsItWas(context: IsmsView, risk: Risk): boolean {
  const method = context.get(comparingMethod);
  if (!method || !hasMeasures(risk)) return false;
  if (!(['modify', 'share', 'avoid'] as const).some(option => isTreatedBy(risk, option))) return false;
  // That nothing is said of what remains is told as such.
  if (!statesResidual(risk)) return false;
  const { inherent, residual } = levelsByStage(risk, method);
  if (!inherent || !residual || wordsOf(inherent) !== wordsOf(residual)) return false;
  // What cannot become less likely is kept so by its controls.
  if (method.likelihood[0]?.label === inherent.likelihood?.value) return false;
  // A word that is not on its scale is told as such; one that was lower in between is told as risen.
  const standing = evaluateRisk(context, risk);
  if (!standing.inherent || (standing.current && standing.current.score !== standing.inherent.score)) return false;
  return true;
}

/** Likelihood and impacts as plain text, to be compared. */
const wordsOf = ({ likelihood, impact }: StageLevels): string =>
  [likelihood?.value, ...impact.map(({ property, level }) => `${property?.value ?? ''} ${level?.value}`).sort()].join();
