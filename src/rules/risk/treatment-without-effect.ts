import { comparingMethod } from '../../analysis/method.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';
import { remainsAsItWas } from './_effect.ts';

export default rule({
  code: 'risk/treatment-without-effect',
  severity: 'warning',
  clause: '6.1.3 a, b',
  summary: 'A risk is modified, shared or avoided, but remains exactly as it is without the treatment.',
  why: 'Controls are chosen for what they change. If likelihood and impact remain the same, either the controls are not needed for this risk, or the residual risk was copied and not assessed. A risk of the lowest likelihood is not told: its controls keep it there.',
  remedy:
    'Assess what remains and state it in `residual`; or leave out what does not help and have the owner retain the risk.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  residual { likelihood: likely  impact: severe }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  residual { likelihood: rare  impact: severe }\n}',
  },
  on: ['Risk'],
  check(risk, context) {
    if (!remainsAsItWas(context, risk)) return;
    context.report({
      at: keySpan(risk, 'residual') ?? nameSpan(risk),
      message: saying(
        context.get(comparingMethod)?.assesses === 'current'
          ? '{0} is still to be treated, but remains exactly as it is today; assess what remains, or have it retained.'
          : '{0} is treated, but remains exactly as it is without treatment; assess what remains, or have it retained.',
        shortLabel(risk),
      ),
    });
  },
});
