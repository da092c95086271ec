import { comparingMethod, type Evaluation, isGraver } from '../../analysis/method.ts';
import { evaluateRisk } from '../../analysis/risk.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { later, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/residual-exceeds-inherent',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.3',
  summary: 'A risk is higher with its treatment than without.',
  why: 'Treatment does not raise a risk. Mostly the values were exchanged, or one was raised in a new assessment and the others were forgotten.',
  remedy:
    'Compare the values: those of the risk itself are without treatment, `current` is today, and `residual` is what remains when the treatment is complete.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n}\nrisk R-1 "Loss of the database" {\n  likelihood: rare\n  impact: severe\n  residual { likelihood: likely }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  residual { likelihood: rare }\n}',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, context) {
    const method = context.get(comparingMethod);
    if (!method) return;
    const { inherent, current, residual } = evaluateRisk(context, risk);
    const shown = ({ level, score }: Evaluation): string =>
      [level?.label, method.matrix ? undefined : score].filter(part => part !== undefined).join(', ');
    const tell = (stage: 'current' | 'residual', message: string, higher: Evaluation, lower: Evaluation): void =>
      context.report({
        at: keySpan(risk, stage) ?? nameSpan(risk),
        message: saying(message, labelled(risk), shown(higher), shown(lower)),
      });
    if (inherent && current && isGraver(method, current, inherent)) {
      const message = later('{0} is higher today ({1}) than without treatment ({2}); correct one of the two.');
      tell('current', message, current, inherent);
    }
    if (inherent && residual && isGraver(method, residual, inherent)) {
      const message = later('{0} is higher after treatment ({1}) than without ({2}); correct one of the two.');
      tell('residual', message, residual, inherent);
    } else if (current && residual && isGraver(method, residual, current)) {
      const message = later('{0} is higher after treatment ({1}) than today ({2}); correct one of the two.');
      tell('residual', message, residual, current);
    }
  },
});
