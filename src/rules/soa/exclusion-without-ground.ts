import { decisionOf, hasText, reasonsOf } from '../../analysis/control.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { say, saying, word } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { grounds } from './_grounds.ts';

export default rule({
  code: 'soa/exclusion-without-ground',
  severity: 'info',
  summary:
    'A control is excluded with a justification, but without a type of ground for the Statement of Applicability.',
  why: 'The standard asks for a justification of each exclusion, and for no type. The type makes exclusions comparable, and lets this tool verify them against the risks and facts that are declared: `not-necessary` holds as long as no risk or requirement calls for the control.',
  remedy:
    'Add the ground in `because:`: `not-necessary`, `not-in-scope`, `no-such-asset`, `no-such-activity`, `law-does-not-apply`, or `covered-by` and another control.',
  asks: ['because'],
  example: {
    bad: 'control A.8.30 "Outsourced development" {\n  applicable: no\n  justification: "No development is outsourced"\n}',
    good: 'control A.8.30 "Outsourced development" {\n  applicable: no\n  because: no-such-activity\n  justification: "No development is outsourced"\n}',
  },
  on: ['Control'],
  check(control, { report, resolve }) {
    if (decisionOf(control) !== 'no' || control.because.some(({ ground }) => ground)) return;
    // A word that is neither a ground nor a name is told as such.
    if (reasonsOf(control).some(reason => !resolve(reason))) return;
    // Without any word of why, that is what is told.
    if (!hasText(control.justification)) return;
    const isReasoned = control.because.length > 0;
    report({
      at: keySpan(control, isReasoned ? 'because' : 'applicable') ?? nameSpan(control),
      message: isReasoned
        ? saying(
            'A risk or requirement is no ground to exclude {0}; write `because: not-necessary` or another type of ground.',
            labelled(control),
          )
        : saying(
            '{0} is excluded; add the type of ground for the SoA table, such as `because: not-necessary` or `no-such-activity`.',
            labelled(control),
          ),
      data: isReasoned ? 'reasoned' : undefined,
    });
  },
  fix: ({ declaration, data }, context) =>
    data === 'reasoned'
      ? []
      : grounds.map(ground => ({
          title: say('Excluded: {0}', word(ground)),
          edits: [insertProperty(declaration, context.textOf(declaration), `because: ${ground}`, 'applicable')],
          decides: true,
        })),
});
