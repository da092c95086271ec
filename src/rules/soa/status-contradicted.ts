import { isIncluded } from '../../analysis/control.ts';
import { isPast } from '../../analysis/deadline.ts';
import { isOpenMajor } from '../../analysis/finding.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/status-contradicted',
  severity: 'warning',
  moment: 'stage2',
  clause: '6.1.3 d, 10.2',
  summary: 'A control is said to be implemented, but an open major nonconformity says that it is not.',
  why: 'The Statement of Applicability says whether the necessary controls are implemented. A major nonconformity says that a requirement is not met at all; as long as it is open, the two contradict each other, and risks count on a control that is not there.',
  remedy:
    'Set the `status:` of the control to `partial` or `planned` until the corrective action is done; or close the finding, if it is.',
  example: {
    bad: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: implemented\n}\nfinding NC-1 "No backup can be restored" {\n  requirement: A.8.13\n  severity: major\n}',
    good: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: partial\n}\nfinding NC-1 "No backup can be restored" {\n  requirement: A.8.13\n  severity: major\n}',
  },
  on: ['Control'],
  damagedToo: true,
  check(control, context) {
    const { status } = control;
    if (status?.value !== 'implemented' || !isIncluded(control)) return;
    for (const { value } of control.names) {
      const finding = context.users(value, 'Control', 'Finding').find(
        // One that is overdue is told to be overdue.
        found =>
          isOpenMajor(found) &&
          !isPast(found.due, context.asOf) &&
          found.requirements.some(({ name }) => name === value),
      );
      if (!finding) continue;
      context.report({
        at: status,
        message: saying(
          '{0} is said to be implemented, but the major nonconformity {1} is still open; correct the status, or close it.',
          value,
          labelled(finding),
        ),
        related: [{ declaration: finding, message: saying('{0} is not met', value) }],
      });
    }
  },
});
