import { isOpen } from '../../analysis/action.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled, shortLabel, spoken } from '../wording.ts';

export default rule({
  code: 'finding/closed-too-early',
  severity: 'error',
  moment: 'contradiction',
  clause: '10.2 c, d',
  summary:
    'A finding is closed although an action is still open, was completed later, or was not effective; or it is called effective while one is open.',
  why: 'A finding is closed when its cause is removed, and what was done can prove effective only once it is done. Saying so before contradicts its own record.',
  remedy:
    'Finish the action, or take `closed:` away until it is done; correct a wrong date. If the actions did not work, decide on others.',
  example: {
    bad: 'finding NC-1 "Restore test skipped" {\n  action "Add a reminder" { status: in-progress }\n  closed: 2026-05-20\n}',
    good: 'finding NC-1 "Restore test skipped" {\n  action "Add a reminder" { status: done }\n  closed: 2026-05-20\n}',
  },
  on: ['Finding'],
  damagedToo: true,
  check(finding, { report }) {
    const { closed, effective } = finding;
    // An action without a status may have been done with the rest.
    const open = finding.actions.find(action => action.status && isOpen(action));
    if (!closed) {
      if (effective?.value !== 'yes' || !open?.status) return;
      report({
        at: effective,
        message: saying(
          '{0} is said to be effective, but {1} is still {2}; finish it first, or take `effective:` away.',
          labelled(finding),
          shortLabel(open),
          spoken(open.status.value),
        ),
      });
      return;
    }
    if (open?.status) {
      report({
        at: closed,
        message: saying(
          '{0} is closed, but {1} is still {2}; finish it or reopen the finding.',
          labelled(finding),
          shortLabel(open),
          spoken(open.status.value),
        ),
      });
      return;
    }
    const closedOn = dateOf(closed);
    const late = finding.actions.find(({ completed }) => closedOn && (dateOf(completed) ?? '') > closedOn);
    if (late) {
      report({
        at: closed,
        message: saying(
          '{0} was closed before {1} was completed on {2}; correct the date that is wrong.',
          labelled(finding),
          shortLabel(late),
          late.completed?.value ?? '',
        ),
      });
    } else if (effective?.value === 'no') {
      report({
        at: effective,
        message: saying(
          '{0} is closed although it was not effective; reopen it and decide on another action.',
          labelled(finding),
        ),
      });
    }
  },
});
