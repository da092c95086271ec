import { hasText } from '../../analysis/control.ts';
import { draftJustification } from '../../analysis/justification.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { quote } from '../../syntax/text/quoted-text.ts';
import { firstOfSaying, type Saying, type SayingValue, say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { withoutReason } from './_reasons.ts';

export default rule({
  code: 'soa/missing-justification',
  severity: 'error',
  clause: '6.1.3 d',
  summary: 'An entry of the Statement of Applicability does not say why the control is included or excluded.',
  why: 'The standard asks for a justification of each inclusion and each exclusion. A risk or requirement that calls for the control is one, and so is a ground to exclude it; else it takes a sentence.',
  remedy:
    'Name the risk or requirement in `because:` (or the control in `controls:` of the risk), for an exclusion the ground; or add `justification:` with a sentence that refers to the organisation, not to the standard.',
  asks: ['because'],
  example: {
    bad: 'control A.7.4 "Physical security monitoring" {\n  applicable: no\n}',
    good: 'control A.7.4 "Physical security monitoring" {\n  applicable: no\n  because: no-such-asset\n  justification: "We have no premises of our own"\n}',
  },
  on: ['Control'],
  check(control, context) {
    if (hasText(control.justification)) return;
    const isExcluded = control.applicable?.decision?.value === 'no';
    const names = withoutReason(context, control);
    if (!names.length) return;
    context.report({
      at: control.justification ?? keySpan(control, 'applicable') ?? nameSpan(control),
      message: messageFor(
        control.names.length > 1 ? firstOfSaying(names, 3) : labelled(control),
        names.length,
        isExcluded,
      ),
    });
  },
  fix: ({ declaration }, context) => {
    const draft = draftJustification(context, declaration);
    const title = draft ? say('Draft a justification from its reasons') : say('Add a justification to be written');
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

function messageFor(which: SayingValue, count: number, isExcluded: boolean): Saying {
  if (isExcluded) {
    return saying(
      count > 1
        ? 'Nothing says why {0} are excluded: no ground and no sentence. Add `because:` or `justification:`.'
        : 'Nothing says why {0} is excluded: no ground and no sentence. Add `because:` or `justification:`.',
      which,
    );
  }
  return saying(
    count > 1
      ? 'Nothing says why {0} are included: no risk, no requirement and no sentence. Add `because:` or `justification:`.'
      : 'Nothing says why {0} is included: no risk, no requirement and no sentence. Add `because:` or `justification:`.',
    which,
  );
}
