import { isOverdue } from '../../analysis/action.ts';
import { dateOf, isPast } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled, shortLabel } from '../wording.ts';

export default rule({
  code: 'review/decision-overdue',
  severity: 'warning',
  clause: '9.3.2 a',
  summary: 'A decision of a management review has not been carried out in time.',
  why: 'Each review begins with what became of the decisions of the last one.',
  remedy: 'Set `status: done` or `cancelled`, or agree on a new date with top management.',
  example: {
    bad: 'review MR-2026 "Management review 2026" {\n  decision "Fund a second region" {\n    due: 2026-05-01\n    status: in-progress\n  }\n}',
    good: 'review MR-2026 "Management review 2026" {\n  decision "Fund a second region" {\n    due: 2026-05-01\n    status: done\n  }\n}',
    asOf: '2026-06-01',
  },
  on: ['Review'],
  check(review, { report, asOf }) {
    for (const decision of review.decisions) {
      const { due } = decision;
      // One that was due before it was decided on has a wrong date, which is told.
      if (!due || !isOverdue(decision, asOf) || isPast(due, dateOf(review.held) ?? '')) continue;
      report({
        at: due,
        message: saying(
          '{0} of {1} was due on {2}; carry it out or agree on a new date.',
          shortLabel(decision),
          labelled(review),
          due.value,
        ),
      });
    }
  },
});
