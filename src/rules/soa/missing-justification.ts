import { hasText } from '../../analysis/control.ts';
import { draftJustification } from '../../analysis/justification.ts';
import { keySpan, label, nameSpan } from '../../model/declaration.ts';
import { quote } from '../../model/text.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'soa/missing-justification',
  severity: 'error',
  clause: '6.1.3 d',
  summary: 'An entry of the Statement of Applicability does not say why the control is included or excluded.',
  why: 'The standard asks for a justification of each inclusion and each exclusion. Auditors sample entries; a decision without a reason cannot be audited.',
  remedy: 'Add `justification:` with a sentence that refers to the organisation, not to the standard.',
  example: {
    bad: 'control A.7.4 "Physical security monitoring" {\n  applicable: no\n  because: no-such-asset\n}',
    good: 'control A.7.4 "Physical security monitoring" {\n  applicable: no\n  because: no-such-asset\n  justification: "We have no premises of our own"\n}',
  },
  on: ['Control'],
  check(control, { report }) {
    if (!control.applicable || hasText(control.justification)) return;
    report({
      at: control.justification ?? keySpan(control, 'applicable') ?? nameSpan(control),
      message: `${label(control)} has no justification; say why it is ${control.applicable.decision?.value === 'no' ? 'excluded' : 'included'}.`,
    });
  },
  fix: ({ declaration }, context) => {
    const draft = draftJustification(context, declaration);
    const title = draft ? 'Draft a justification from its reasons' : 'Add a justification to be written';
    const { justification } = declaration;
    const written = quote(draft ?? '');
    if (!justification) {
      const source = context.textOf(declaration);
      const edit = insertProperty(declaration, source, `justification: ${written}`, 'applicable', 'because');
      return [{ title, edits: [edit], preferred: true }];
    }
    const { start, end } = justification;
    return draft ? [{ title, edits: [{ declaration, start, end, text: written }], preferred: true }] : [];
  },
});
