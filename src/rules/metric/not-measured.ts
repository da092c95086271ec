import { dateOf } from '../../analysis/deadline.ts';
import { lastMeasurement, nextMeasurement } from '../../analysis/next-dates.ts';
import { addDays, daysBetween } from '../../model/dates.ts';
import { keySpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** Results are written down some days after the period of which they speak. */
const daysToReport = 14;

export default rule({
  code: 'metric/not-measured',
  severity: 'warning',
  clause: '9.1',
  summary: 'A metric was not measured in time.',
  why: 'Monitoring that stops unnoticed is none. Two weeks after the end of a period, or one period if that is shorter, its result is expected.',
  remedy:
    'Measure it and add a `result` with its date, or change how often it is `measured:`. A new one says in `since:` from when on it is measured.',
  asks: ['result'],
  example: {
    bad: 'metric PatchLatency "Days to patch" {\n  measured: every 1 months\n  result "6 days" { on: 2026-03-31 }\n}',
    good: 'metric PatchLatency "Days to patch" {\n  measured: every 1 months\n  result "6 days" { on: 2026-05-31 }\n}',
    asOf: '2026-06-01',
  },
  on: ['Metric'],
  check(metric, { report, asOf }) {
    const at = keySpan(metric, 'measured');
    if (!at) return;
    const last = lastMeasurement(metric);
    const due = nextMeasurement(metric);
    const since = last ?? dateOf(metric.since);
    const isInTime = !!since && !!due && addDays(due, Math.min(daysToReport, daysBetween(since, due))) >= asOf;
    if (!metric.results.length) {
      // The first result of a new one is not due yet.
      if (isInTime) return;
      report({ at, message: saying('{0} has never been measured; add a `result` with its date.', labelled(metric)) });
      return;
    }
    if (!last || !due || isInTime) return;
    report({
      at,
      message: saying(
        '{0} was last measured on {1}, the next result was due on {2}; add a `result`.',
        labelled(metric),
        last,
        due,
      ),
    });
  },
});
