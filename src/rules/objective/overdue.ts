import { isPast } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { reportLateActions } from '../late-actions.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

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
  check(objective, context) {
    const { due, status } = objective;
    if (status?.value === 'reached' || status?.value === 'missed') return;
    if (due && isPast(due, context.asOf)) {
      context.report({
        at: due,
        message: saying(
          '{0} was due on {1}; set `status: reached` or `missed`, or plan a new date.',
          labelled(objective),
          due.value,
        ),
      });
      return;
    }
    reportLateActions(objective, context);
  },
});
