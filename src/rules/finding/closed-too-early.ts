import { isOpen } from '../../analysis/action.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'finding/closed-too-early',
  severity: 'error',
  moment: 'contradiction',
  clause: '10.2 c, d',
  summary: 'A finding is closed although an action is still open, was completed later, or was not effective.',
  why: 'A finding is closed when its cause is removed. Closing it before contradicts its own record.',
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
    if (!closed) return;
    // An action without a status may have been done with the rest.
    const open = finding.actions.find(action => action.status && isOpen(action));
    if (open) {
      report({
        at: closed,
        message: `${label(finding)} is closed, but ${shortLabel(open)} is still ${open.status?.value.replace('-', ' ')}; finish it or reopen the finding.`,
      });
      return;
    }
    const closedOn = dateOf(closed);
    const late = finding.actions.find(({ completed }) => closedOn && (dateOf(completed) ?? '') > closedOn);
    if (late) {
      report({
        at: closed,
        message: `${label(finding)} was closed before ${shortLabel(late)} was completed on ${late.completed?.value}; correct the date that is wrong.`,
      });
    } else if (effective?.value === 'no') {
      report({
        at: effective,
        message: `${label(finding)} is closed although it was not effective; reopen it and decide on another action.`,
      });
    }
  },
});
