/** What speaks against an objective being reached. (6.2) */
import { addDays } from '../model/dates.ts';
import type { Declarations } from '../model/declaration.ts';
import { dateOf } from './deadline.ts';
import { isMet } from './metric.ts';

type Objective = Declarations['Objective'];
type Metric = Declarations['Metric'];

/** Results of the last period may come so many days after an objective was due. */
const daysToMeasure = 31;

/** The day on which a metric last missed the target of an objective that is said to be reached; what was measured after it was due is another matter. */
export function missedBy({ status, due }: Objective, metric: Metric): string | undefined {
  if (status?.value !== 'reached') return undefined;
  const end = dateOf(due);
  const dated = metric.results.flatMap(result => {
    const on = dateOf(result.on);
    return on && !(end && on > addDays(end, daysToMeasure)) ? [{ on, result }] : [];
  });
  dated.sort((a, b) => (a.on < b.on ? 1 : -1));
  const [last] = dated;
  return last && isMet(metric, last.result) === false ? last.on : undefined;
}
