/** When a text of a declaration is asked for: shared by the rule that misses it and by the one that tells of placeholders. */
import { addDays, type IsoDate } from '../model/dates.ts';
import type { Declarations } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { isInternal } from './audit-coverage.ts';
import { decisionOf, hasText } from './control.ts';
import { dateOf } from './deadline.ts';
import { isNonconformity } from './finding.ts';
import { hasNumericTarget } from './metric.ts';

/** So many days it may take to find the cause of a new finding, and to decide what is done about it. */
const daysToDecide = 30;

/** Whether a finding has to say why it happened and what is done: a nonconformity that is closed, or not quite new. (10.2 a–c) */
export function asksForCause(finding: Declarations['Finding'], asOf: IsoDate): boolean {
  if (!isNonconformity(finding)) return false;
  const raised = dateOf(finding.raised);
  return !!finding.closed || !raised || addDays(raised, daysToDecide) < asOf;
}

/** Whether an incident has to say what was learnt: a major one that is over. (A.5.27) */
export const asksForLessons = ({ severity, resolved }: Declarations['Incident']): boolean =>
  !!resolved && (severity?.value === 'major' || severity?.value === 'critical');

/** Whether an entry of the Statement of Applicability has to say how its control is implemented. */
export const asksHow = (control: Declarations['Control']): boolean =>
  decisionOf(control) === 'yes' && (control.status?.value === 'implemented' || control.status?.value === 'partial');

/** Whether an audit has to say what it found: an internal one that was performed and has no report. (9.2.2) */
export const asksForConclusion = (audit: Declarations['Audit']): boolean =>
  !!audit.performed && isInternal(audit) && !audit.evidence.length;

/** Whether a metric needs a target of its own: it has none in numbers, and no objective whose target it measures. */
export const asksForTarget = (metric: Declarations['Metric']): boolean =>
  !hasNumericTarget(metric) && !metric.objective;

/** Whether a metric with a target measures an objective. */
export const hasMeasuredTarget = (view: Pick<IsmsView, 'users'>, objective: Declarations['Objective']): boolean =>
  objective.names.some(({ value }) =>
    view.users(value, 'Objective', 'Metric').some(metric => hasText(metric.target) || hasNumericTarget(metric)),
  );

/** Whether any metric measures an objective. */
export const isMeasured = (view: Pick<IsmsView, 'isUsed'>, objective: Declarations['Objective']): boolean =>
  objective.names.some(({ value }) => view.isUsed(value, 'Objective', 'Metric'));
