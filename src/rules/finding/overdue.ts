import { dateOf, isPast } from '../../analysis/deadline.ts';
import { later, saying } from '../../wording/wording.ts';
import { reportLateActions } from '../late-actions.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'finding/overdue',
  severity: 'warning',
  clause: '10.2 c',
  summary: 'A finding, or one of its actions, has not been closed in time.',
  why: 'Overdue corrective actions show that improvement does not work. Certification bodies withdraw a certificate over findings that stay open.',
  remedy: 'Close it with `closed:` (an action with `status: done`), or agree on a new date.',
  asks: ['closed'],
  example: {
    bad: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  due: 2026-04-30\n}',
    good: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  due: 2026-04-30\n  closed: 2026-04-24\n}',
    asOf: '2026-06-01',
  },
  on: ['Finding'],
  check(finding, context) {
    const { due } = finding;
    if (finding.closed) return;
    if (due && isPast(due, context.asOf)) {
      // One that was due before it was raised has a wrong date, which is told.
      if (isPast(due, dateOf(finding.raised) ?? '')) return;
      context.report({
        at: due,
        message: saying(
          '{0} was due on {1}; close it with `closed:` or agree on a new date.',
          labelled(finding),
          due.value,
        ),
      });
      return;
    }
    reportLateActions(finding, context, later('{0} of {1} was due on {2}; finish it or agree on a new date.'));
  },
});
