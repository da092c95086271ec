import { decisionOf, reasonsOf } from '../../analysis/control.ts';
import { keySpan, label, nameSpan } from '../../model/declaration.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';

const grounds = ['not-in-scope', 'no-such-asset', 'no-such-activity', 'law-does-not-apply'];

export default rule({
  code: 'soa/exclusion-without-ground',
  severity: 'warning',
  clause: '6.1.3 d',
  summary: 'A control is excluded without one of the grounds on which a control can be excluded.',
  why: 'A control can be left out because there is nothing for it to protect or because another one does its work. That a risk was accepted, or that the control is costly, is no ground, and auditors do not take it for one.',
  remedy:
    'Give the ground in `because:`: `not-in-scope`, `no-such-asset`, `no-such-activity`, `law-does-not-apply`, or `covered-by` and another control. If none fits, the control is needed.',
  example: {
    bad: 'control A.8.30 "Outsourced development" {\n  applicable: no\n  justification: "No development is outsourced"\n}',
    good: 'control A.8.30 "Outsourced development" {\n  applicable: no\n  because: no-such-activity\n  justification: "No development is outsourced"\n}',
  },
  on: ['Control'],
  check(control, { report, resolve }) {
    if (decisionOf(control) !== 'no' || control.because.some(({ ground }) => ground)) return;
    // A word that is neither a ground nor a name is told as such.
    if (reasonsOf(control).some(reason => !resolve(reason))) return;
    const isReasoned = control.because.length > 0;
    report({
      at: keySpan(control, isReasoned ? 'because' : 'applicable') ?? nameSpan(control),
      message: isReasoned
        ? `A risk or requirement is no ground to exclude ${label(control)}; write no-such-asset, not-in-scope or another ground, or include it.`
        : `${label(control)} is excluded without a ground; add \`because:\` with no-such-asset, not-in-scope or another ground.`,
      data: isReasoned ? 'reasoned' : undefined,
    });
  },
  fix: ({ declaration, data }, context) =>
    data === 'reasoned'
      ? []
      : grounds.map(ground => ({
          title: `Excluded because: ${ground}`,
          edits: [insertProperty(declaration, context.textOf(declaration), `because: ${ground}`, 'applicable')],
          decides: true,
        })),
});
