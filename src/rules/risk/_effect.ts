/** Whether a treatment has any effect on the level of a risk. */
import { isOpen } from '../../analysis/action.ts';
import { statusOf } from '../../analysis/credit.ts';
import { comparingMethod } from '../../analysis/method.ts';
import {
  evaluateRisk,
  hasMeasures,
  isTreatedBy,
  levelsByStage,
  type StageLevels,
  statesResidual,
  validActions,
} from '../../analysis/risk.ts';
import type { Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';

/**
 * Whether a risk is treated and remains exactly as it is without treatment. Where a method assesses risks as they are today, what is in
 * place counts already, and only what is still to come has to change something.
 */
export function remainsAsItWas(context: IsmsView, risk: Risk): boolean {
  const method = context.get(comparingMethod);
  if (!method || !hasMeasures(risk)) return false;
  if (!(['modify', 'share', 'avoid'] as const).some(option => isTreatedBy(risk, option))) return false;
  // That nothing is said of what remains is told as such.
  if (!statesResidual(risk)) return false;
  const { inherent, current, residual } = levelsByStage(risk, method);
  const before = inherent ?? (isStillTreated(context, risk) ? current : undefined);
  if (!before || !residual || wordsOf(before) !== wordsOf(residual)) return false;
  // What cannot become less likely is kept so by its controls.
  if (method.likelihood[0]?.label === before.likelihood?.value) return false;
  // A word that is not on its scale is told as such; one that was lower in between is told as risen.
  const standing = evaluateRisk(context, risk);
  const start = inherent ? standing.inherent : standing.current;
  return !!start && !(standing.current && standing.current.score !== start.score);
}

/** Whether a part of the treatment is still to come: an action, or a control that is not in place. */
const isStillTreated = (context: IsmsView, risk: Risk): boolean =>
  validActions(risk).some(isOpen) ||
  risk.controls.some(ref => {
    const status = statusOf(context, ref)?.status;
    return status === 'planned' || status === 'partial';
  });

/** Likelihood and impacts as plain text, to be compared. */
const wordsOf = ({ likelihood, impact }: StageLevels): string =>
  [likelihood?.value, ...impact.map(({ property, level }) => `${property?.value ?? ''} ${level?.value}`).sort()].join();
