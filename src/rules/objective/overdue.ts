import { isOverdue } from '../../analysis/action.ts';
import { isPast } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled, shortLabel } from '../wording.ts';

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
        message: saying(
          '{0} was due on {1}; set `status: reached` or `missed`, or plan a new date.',
          labelled(objective),
          due.value,
        ),
      });
      return;
    }
    for (const action of actions) {
      if (!action.due || !isOverdue(action, asOf)) continue;
      report({
        at: action.due,
        message: saying(
          '{0} of {1} was due on {2}; finish it or plan a new date.',
          shortLabel(action),
          labelled(objective),
          action.due.value,
        ),
      });
    }
  },
});
