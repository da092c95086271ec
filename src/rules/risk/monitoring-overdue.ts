import { dateOf, dueAfter, periodOf } from '../../analysis/deadline.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/monitoring-overdue',
  severity: 'warning',
  moment: 'stage2',
  clause: '9.1',
  summary: 'A risk that is to be watched was not, or nobody is named to do it.',
  why: 'What is to be monitored, when and by whom has to be determined and done. A plan to watch a risk that nobody follows gives false comfort.',
  remedy: 'Name who watches the risk in `monitor:`, and set `checked:` to the day on which it was last watched.',
  asks: ['monitored', 'monitor', 'checked'],
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  monitor: Ciso\n  monitored: quarterly\n  checked: 2025-09-01\n}\nrole Ciso "Security officer"',
    good: 'risk R-1 "Loss of the database" {\n  monitor: Ciso\n  monitored: quarterly\n  checked: 2026-05-01\n}\nrole Ciso "Security officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, context) {
    const at = keySpan(risk, 'monitored');
    if (!at) {
      if (risk.monitor && !risk.checked)
        context.report({
          at: risk.monitor,
          message: saying(
            'It is not said how often {0} is watched; add `monitored:`, such as `quarterly`.',
            labelled(risk),
          ),
        });
      return;
    }
    if (!risk.monitor) {
      context.report({
        at,
        message: saying('Nobody is named to watch {0}; add `monitor:` with a role or person.', labelled(risk)),
      });
      return;
    }
    const period = periodOf(risk.monitored);
    if (!risk.checked) {
      // A new risk has one period to be watched for the first time.
      const first = dueAfter(dateOf(risk.assessed), period);
      if (first && first >= context.asOf) return;
      context.report({
        at: nameSpan(risk),
        message: saying(
          '{0} has never been watched as planned; add `checked:` with the day on which it was.',
          labelled(risk),
        ),
      });
      return;
    }
    const due = dueAfter(dateOf(risk.checked), period);
    if (!due || due >= context.asOf) return;
    context.report({
      at: risk.checked,
      message: saying('{0} was to be watched again by {1}; do so and set `checked:` to that day.', labelled(risk), due),
    });
  },
});
