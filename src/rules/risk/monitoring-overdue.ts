import { dateOf, dueAfter, periodOf } from '../../analysis/deadline.ts';
import { keySpan, label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

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
          message: `It is not said how often ${label(risk)} is watched; add \`monitored:\`, such as \`quarterly\`.`,
        });
      return;
    }
    if (!risk.monitor) {
      context.report({
        at,
        message: `Nobody is named to watch ${label(risk)}; add \`monitor:\` with a role or person.`,
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
        message: `${label(risk)} has never been watched as planned; add \`checked:\` with the day on which it was.`,
      });
      return;
    }
    const due = dueAfter(dateOf(risk.checked), period);
    if (!due || due >= context.asOf) return;
    context.report({
      at: risk.checked,
      message: `${label(risk)} was to be watched again by ${due}; do so and set \`checked:\` to that day.`,
    });
  },
});
