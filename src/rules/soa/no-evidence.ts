import { decisionOf } from '../../analysis/control.ts';
import { label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'soa/no-evidence',
  severity: 'warning',
  clause: '6.1.3 d, 8.1, 9.2',
  summary: 'A control is said to be implemented, but no evidence shows it.',
  why: 'Stage 2 of a certification audit asks for evidence of every implemented control that is sampled. A control without any counts as not implemented.',
  remedy:
    'Declare an `evidence` (a report, record, screenshot or ticket) and name it in `evidence:`, or set the status to `partial` until there is some.',
  example: {
    bad: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: implemented\n}',
    good: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: implemented\n  evidence: RestoreTest\n}\nevidence RestoreTest "Restore test report" {}',
  },
  on: ['Control'],
  check(control, { report }) {
    const { status } = control;
    if (decisionOf(control) !== 'yes' || status?.value !== 'implemented' || control.evidence.length) return;
    report({
      at: status,
      message: `${label(control)} is implemented, but nothing shows it; name its \`evidence:\` or set the status to partial.`,
    });
  },
  fix: ({ declaration, at }) => [
    {
      title: 'Set the status to partial',
      edits: [{ declaration, start: at.start, end: at.end, text: 'partial' }],
      decides: true,
    },
  ],
});
