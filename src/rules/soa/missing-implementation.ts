import { decisionOf, hasText } from '../../analysis/control.ts';
import { keySpan, label, nameSpan } from '../../model/declaration.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'soa/missing-implementation',
  severity: 'warning',
  clause: '6.1.3 d',
  summary: 'An included control does not say whether it is implemented, or how.',
  why: 'The Statement of Applicability has to say whether each necessary control is implemented. Auditors then ask how, and compare the answer with what they find.',
  remedy:
    'Add `status: planned`, `partial` or `implemented`, and for the latter two an `implementation:` that names what is done, where and how often.',
  example: {
    bad: 'control A.8.13 "Information backup" {\n  applicable: yes\n  justification: "Restores the database"\n  status: implemented\n}',
    good: 'control A.8.13 "Information backup" {\n  applicable: yes\n  justification: "Restores the database"\n  status: implemented\n  implementation: "Daily snapshots, kept for 35 days"\n}',
  },
  on: ['Control'],
  check(control, { report }) {
    if (decisionOf(control) !== 'yes') return;
    const { status } = control;
    if (!status) {
      report({
        at: keySpan(control, 'applicable') ?? nameSpan(control),
        message: `${label(control)} does not say whether it is implemented; add \`status:\` planned, partial or implemented.`,
        data: 'status: planned',
      });
    } else if ((status.value === 'implemented' || status.value === 'partial') && !hasText(control.implementation)) {
      report({
        at: control.implementation ?? status,
        message: `${label(control)} is ${status.value === 'partial' ? 'partly implemented' : 'implemented'}, but does not say how; describe it in \`implementation:\`.`,
        data: control.implementation ? undefined : 'implementation: ""',
      });
    }
  },
  fix({ declaration, data }, context) {
    if (typeof data !== 'string') return [];
    const after = ['applicable', 'because', 'justification', 'status'];
    const edit = insertProperty(declaration, context.textOf(declaration), data, ...after);
    const decides = data.startsWith('status');
    return [{ title: `Add \`${data}\``, edits: [edit], preferred: true, decides }];
  },
});
