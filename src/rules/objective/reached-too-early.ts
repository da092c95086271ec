import { isOpen } from '../../analysis/action.ts';
import { missedBy } from '../../analysis/objective.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled, shortLabel, spoken } from '../wording.ts';

export default rule({
  code: 'objective/reached-too-early',
  severity: 'warning',
  moment: 'contradiction',
  clause: '6.2 d, 9.1',
  summary:
    'An objective is said to be reached, though its metric missed the target or one of its actions is still open.',
  why: 'How far objectives are reached is what the management review hears. A status that its own measurements contradict is a wish. Results from after the date of the objective do not count.',
  remedy:
    'Set the `status:` that the results show. If an action is not needed any more, set it to `cancelled`; if it is done, to `done`.',
  example: {
    bad: 'objective PatchTime "Critical patches in 7 days" {\n  status: reached\n}\nmetric PatchShare "Patches in time" {\n  objective: PatchTime\n  target: "at least 95 %"\n  result "82 %" { on: 2026-05-31  met: no }\n}',
    good: 'objective PatchTime "Critical patches in 7 days" {\n  status: reached\n}\nmetric PatchShare "Patches in time" {\n  objective: PatchTime\n  target: "at least 95 %"\n  result "97 %" { on: 2026-05-31  met: yes }\n}',
    asOf: '2026-06-01',
  },
  on: ['Objective'],
  check(objective, { report, users }) {
    const { status, actions } = objective;
    if (status?.value !== 'reached') return;
    for (const metric of objective.names.flatMap(({ value }) => users(value, 'Objective', 'Metric'))) {
      const on = missedBy(objective, metric);
      if (!on) continue;
      report({
        at: status,
        message: saying(
          '{0} is said to be reached, but {1} missed its target on {2}; correct the status or the result.',
          shortLabel(objective),
          shortLabel(metric),
          on,
        ),
        related: [{ declaration: metric, message: saying('Missed its target on {0}', on) }],
      });
      return;
    }
    // An action without a status may have been done with the rest.
    const open = actions.find(action => action.status && isOpen(action));
    if (!open?.status) return;
    report({
      at: status,
      message: saying(
        '{0} is said to be reached, but {1} is still {2}; finish the action, cancel it, or correct the status.',
        labelled(objective),
        shortLabel(open),
        spoken(open.status.value),
      ),
    });
  },
});
