import { isOverdue } from '../../analysis/action.ts';
import { isPast } from '../../analysis/deadline.ts';
import { label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'objective/overdue',
  severity: 'warning',
  moment: 'stage2',
  clause: '6.2 d, f',
  summary: 'The date of an objective, or of one of its actions, has passed without a result.',
  why: 'Objectives are monitored and updated. One whose date passes unnoticed shows that nobody looks at it.',
  remedy:
    'Set `status: reached` or `missed` and tell the management review, or plan a new date. For an action set its `status:`.',
  example: {
    bad: 'objective PatchTime "Critical patches in 7 days" {\n  due: 2026-03-31\n  status: on-track\n}',
    good: 'objective PatchTime "Critical patches in 7 days" {\n  due: 2026-03-31\n  status: reached\n}',
    asOf: '2026-06-01',
  },
  on: ['Objective'],
  damagedToo: true,
  check(objective, { report, asOf }) {
    const { due, status, actions } = objective;
    if (status?.value === 'reached' || status?.value === 'missed') return;
    if (due && isPast(due, asOf)) {
      report({
        at: due,
        message: `${label(objective)} was due on ${due.value}; set \`status: reached\` or \`missed\`, or plan a new date.`,
      });
      return;
    }
    for (const action of actions) {
      if (!action.due || !isOverdue(action, asOf)) continue;
      report({
        at: action.due,
        message: `${shortLabel(action)} of ${label(objective)} was due on ${action.due.value}; finish it or plan a new date.`,
      });
    }
  },
});
