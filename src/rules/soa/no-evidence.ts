import { decisionOf } from '../../analysis/control.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/no-evidence',
  severity: 'warning',
  moment: 'stage2',
  clause: '8.1, 9.1',
  summary: 'A control is said to be implemented, wholly or in part, but no evidence shows it.',
  why: 'The organisation keeps what shows that its processes were carried out as planned. Stage 2 of a certification audit asks for it at every control that is sampled.',
  remedy: 'Declare an `evidence` (a report, record, screenshot or ticket) and name it in `evidence:`.',
  asks: ['evidence'],
  example: {
    bad: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: implemented\n}',
    good: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: implemented\n  evidence: RestoreTest\n}\nevidence RestoreTest "Restore test report" {}',
  },
  on: ['Control'],
  check(control, { report }) {
    const { status } = control;
    if (decisionOf(control) !== 'yes' || control.evidence.length) return;
    if (status?.value !== 'implemented' && status?.value !== 'partial') return;
    report({
      at: status,
      message: saying(
        status.value === 'partial'
          ? '{0} is partly implemented, but no evidence shows it; name what does in `evidence:`.'
          : '{0} is implemented, but no evidence shows it; name what does in `evidence:`.',
        labelled(control),
      ),
    });
  },
});
