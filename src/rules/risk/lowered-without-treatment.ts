import { comparingMethod, isGraver } from '../../analysis/method.ts';
import { evaluateRisk, hasMeasures, isTreatedBy, needsTreatment } from '../../analysis/risk.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'risk/lowered-without-treatment',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.3',
  summary: 'A risk has a lower `current` or `residual` level, but nothing is done that would lower it.',
  why: 'A risk that falls by itself is a wish. Auditors compare the residual risk with the controls behind it.',
  remedy:
    'Name the controls, actions or counterparty that lower the risk, with their treatment option, or give `residual` the same values as the risk.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n}\nrisk R-1 "Loss of the test data" {\n  likelihood: likely\n  impact: severe\n  treatment: retain\n  residual { likelihood: rare }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n}\nrisk R-1 "Loss of the test data" {\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  residual { likelihood: rare }\n}',
  },
  on: ['Risk'],
  check(risk, context) {
    const method = context.get(comparingMethod);
    if (!method || hasMeasures(risk)) return;
    // That an option lacks what it consists of, or that there is none where one is needed, is the cause then.
    if (isTreatedBy(risk, 'modify') || isTreatedBy(risk, 'share') || isTreatedBy(risk, 'avoid')) return;
    if (!risk.treatment.length && needsTreatment(context, risk)) return;
    const { inherent, current, residual } = evaluateRisk(context, risk);
    const stage = isGraver(method, inherent, current)
      ? 'current'
      : isGraver(method, inherent, residual)
        ? 'residual'
        : undefined;
    if (!stage) return;
    context.report({
      at: keySpan(risk, stage) ?? nameSpan(risk),
      message: saying(
        '{0} has a lower `{1}` level, but no control, action or counterparty that lowers it; name one, or repeat the values of the risk.',
        shortLabel(risk),
        stage,
      ),
    });
  },
});
