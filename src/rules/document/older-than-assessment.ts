import { dateOf, latest } from '../../analysis/deadline.ts';
import { assessmentDates } from '../../analysis/method.ts';
import type { IsoDate } from '../../model/dates.ts';
import type { Declarations } from '../../model/declaration.ts';
import { projection, query } from '../../model/view.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** The day of a report on the results of the risk assessment; a register is kept up to date between its approvals. (8.2) */
function reportDay({ kind, covers, approved, reviewed }: Declarations['PolicyDocument']): IsoDate | undefined {
  if (kind?.value !== 'report' && kind?.value !== 'record') return undefined;
  return covers.some(({ name }) => name === '8.2') ? latest(dateOf(approved?.on), dateOf(reviewed)) : undefined;
}

const reportDays = projection('reportDays', 'PolicyDocument', reportDay);

/** When there is a newer report, this one is the report on what was then. */
const lastReport = query('lastReport', view => latest(...view.collect(reportDays)));

/** One risk in so many may be left as it was. */
const fewIn = 10;

/** When the risks were assessed as they stand, the oldest first. */
const assessmentDays = query('assessmentDays', view =>
  view
    .collect(assessmentDates)
    .map(({ assessed }) => assessed)
    .sort(),
);

export default rule({
  code: 'document/older-than-assessment',
  severity: 'info',
  clause: '8.2',
  summary: 'The report on the risk assessment was approved before nearly all of the risks were assessed as they stand.',
  why: 'The results of the risk assessment are retained as documented information. A report that is older than the assessment speaks of another one.',
  remedy: 'Write the report on the assessment of today, have it approved and set `approved:`; or correct a date.',
  example: {
    bad: 'document RiskReport "Risk assessment 2026" {\n  kind: report\n  covers: 8.2\n  approved: 2026-02-01\n}\nrisk R-1 "Loss of the database" {\n  assessed: 2026-03-01\n}',
    good: 'document RiskReport "Risk assessment 2026" {\n  kind: report\n  covers: 8.2\n  approved: 2026-03-15\n}\nrisk R-1 "Loss of the database" {\n  assessed: 2026-03-01\n}',
    asOf: '2026-06-01',
  },
  on: ['PolicyDocument'],
  check(document, { report, get }) {
    const day = reportDay(document);
    if (!day || day !== get(lastReport)) return;
    const days = get(assessmentDays);
    const first = days[Math.floor(days.length / fewIn)];
    const at = document.approved?.on ?? document.reviewed;
    if (!first || day >= first || !at) return;
    report({
      at,
      message: saying(
        '{0} is of {1}, but {2} of {3} risks were assessed later; report on that assessment, or correct a date.',
        labelled(document),
        day,
        days.filter(assessed => assessed > day).length,
        days.length,
      ),
    });
  },
});
