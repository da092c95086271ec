import { decisionOf } from '../../analysis/control.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/missing-implementation',
  severity: 'warning',
  clause: '6.1.3 d',
  summary: 'A control that is applied does not say whether it is implemented.',
  why: 'The Statement of Applicability has to say of each necessary control whether it is implemented. What a supplier performs is implemented there; its assurance is asked for instead.',
  remedy: 'Add `status: planned`, `partial` or `implemented`.',
  asks: ['status'],
  example: {
    bad: 'control A.8.13 "Information backup" {\n  applicable: yes\n  justification: "Restores the database"\n}',
    good: 'control A.8.13 "Information backup" {\n  applicable: yes\n  justification: "Restores the database"\n  status: implemented\n}',
  },
  on: ['Control'],
  check(control, { report }) {
    if (decisionOf(control) !== 'yes' || control.status) return;
    report({
      at: keySpan(control, 'applicable') ?? nameSpan(control),
      message: saying(
        '{0} does not say whether it is implemented; add `status:` planned, partial or implemented.',
        labelled(control),
      ),
    });
  },
  fix({ declaration }, context) {
    if (declaration.status) return [];
    const after = ['applicable', 'because', 'justification'];
    const edit = insertProperty(declaration, context.textOf(declaration), 'status: planned', ...after);
    return [{ title: say('Add `status: planned`'), edits: [edit], preferred: true, decides: true }];
  },
});
