import { decisionOf } from '../../analysis/control.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { factsAgainst } from './_facts-against.ts';
import { isUsedAllTheSame } from './_use.ts';

export default rule({
  code: 'soa/exclusion-contradicted',
  severity: 'warning',
  clause: '6.1.3 d',
  summary: 'A control is excluded although something that is declared calls for it.',
  why: 'A control can be left out if it is not necessary. Suppliers, personal data or legal requirements in the ISMS itself show that some controls are, and auditors compare the exclusions with them.',
  remedy:
    'Include the control, or correct what is declared. Where another control does its work, write `because: covered-by` and its id.',
  example: {
    bad: 'control A.5.34 "Privacy and protection of PII" {\n  applicable: no\n  because: not-necessary\n}\nasset CustomerDb "Customer database" {\n  personal-data: yes\n}',
    good: 'control A.5.34 "Privacy and protection of PII" {\n  applicable: yes\n}\nasset CustomerDb "Customer database" {\n  personal-data: yes\n}',
  },
  on: ['Control'],
  damagedToo: true,
  check(control, context) {
    if (decisionOf(control) !== 'no' || control.because.some(({ coveredBy }) => coveredBy)) return;
    const ground = control.because.find(
      ({ reason }) => reason && control.because.some(({ ground: own }) => own),
    )?.reason;
    // A contradiction with what uses the control is told as such, and once.
    const isUsed = (id: string): boolean => isUsedAllTheSame(context, control, id);
    if (ground && !control.names.some(({ value }) => isUsed(value))) {
      context.report({
        at: ground,
        message: saying(
          'The entry gives a ground to exclude the control, and {0} as a reason for it; include the control, or remove {0}.',
          ground.name,
        ),
      });
    }
    for (const name of control.names) {
      const fact = factsAgainst(context, control, name.value);
      if (!fact || isUsed(name.value)) continue;
      context.report({
        at:
          control.names.length > 1
            ? name
            : (keySpan(control, 'because') ?? keySpan(control, 'applicable') ?? nameSpan(control)),
        message: saying('{0} is excluded, but {1}; include it, or correct what is declared.', name.value, fact),
      });
    }
  },
});
