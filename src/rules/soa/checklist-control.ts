import { hasText, isCalledFor, isIncluded } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'soa/checklist-control',
  severity: 'warning',
  clause: '6.1.3 b, d',
  summary: 'A control is included although no risk and no requirement calls for it.',
  why: 'Controls are determined by the treatment of risks and by legal, contractual or business requirements. Taking Annex A as a list to tick off is the commonest misunderstanding, and money spent without a reason.',
  remedy:
    'Name the control in the `controls:` of a risk or requirement, give the risk or requirement in its `because:`, or exclude it with `because: not-necessary`.',
  asks: ['because'],
  example: {
    bad: 'control A.8.23 "Web filtering" {\n  applicable: yes\n  justification: "Good practice"\n  status: planned\n}',
    good: 'control A.8.23 "Web filtering" {\n  applicable: yes\n  because: R-004\n  justification: "Keeps malware from laptops"\n  status: planned\n}\nrisk R-004 "Malware from a web site" {}',
  },
  on: ['Control'],
  check(control, context) {
    // Without any word of why, that is what is told.
    if (!hasText(control.justification)) return;
    // A reason that cannot be resolved, or that speaks against the control, is the matter of another rule.
    if (!isIncluded(control) || control.because.length) return;
    const uncalled = control.names.filter(({ value }) => !isCalledFor(context, value));
    const [first] = uncalled;
    if (!first) return;
    context.report({
      at: uncalled.length === control.names.length ? nameSpan(control) : first,
      message: saying(
        uncalled.length > 1
          ? 'No risk or requirement calls for {0}; name them in a risk, add `because:`, or exclude them as not-necessary.'
          : 'No risk or requirement calls for {0}; name it in a risk, add `because:`, or exclude it as not-necessary.',
        firstOfSaying(
          uncalled.map(({ value }) => value),
          3,
        ),
      ),
    });
  },
});
