import { isOpen } from '../../analysis/action.ts';
import { isExplained } from '../../analysis/control.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'objective/missed-without-action',
  severity: 'warning',
  moment: 'stage2',
  clause: '6.2 d, f',
  summary: 'An objective was missed, and nothing follows from it.',
  why: 'Objectives are monitored and updated as appropriate. A missed one leads to an action, a new date or the decision to give it up; without any of them it was none.',
  remedy: 'Add an `action` with owner and date, or say in `description:` what was decided.',
  asks: ['action'],
  example: {
    bad: 'objective PatchTime "Critical patches in 7 days" {\n  status: missed\n}',
    good: 'objective PatchTime "Critical patches in 7 days" {\n  status: missed\n  action "Patch the database servers in the maintenance window of each week" {\n    due: 2026-09-30\n  }\n}',
  },
  on: ['Objective'],
  check(objective, { report }) {
    const { status, actions, due } = objective;
    if (status?.value !== 'missed' || isExplained(objective)) return;
    // What was done after its day was done because of it.
    const day = dateOf(due) ?? '9999';
    if (actions.some(action => isOpen(action) || (dateOf(action.completed) ?? '') > day)) return;
    report({
      at: status,
      message: saying(
        '{0} was missed, and nothing follows from it; add an `action`, or say in `description:` what was decided.',
        labelled(objective),
      ),
    });
  },
});
