import { comparingMethod, exceedsAppetite, isGraver } from '../../analysis/method.ts';
import { evaluateRisk, isTreatedBy } from '../../analysis/risk.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { acceptanceByOwner } from './_acceptance.ts';

export default rule({
  code: 'risk/residual-above-appetite',
  severity: 'error',
  clause: '6.1.2 a 1, e 1',
  summary: 'What remains of a risk is above the appetite, and its owner has not accepted it.',
  why: 'The treatment is not enough by the criteria that management set. Either more is done, or the owner accepts the rest formally; silence is neither.',
  remedy:
    'Add controls or actions that lower the risk further, or have the owner accept it and record that in `accepted:`.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\nrisk R-1 "Loss of the database" {\n  owner: Cto\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  residual { likelihood: likely  impact: severe }\n}\nrole Cto "Chief technology officer"',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\nrisk R-1 "Loss of the database" {\n  owner: Cto\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  residual { likelihood: rare  impact: severe }\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, context) {
    const method = context.get(comparingMethod);
    // An acceptance that has ended, or is not the owner's, is told as such; so is a retained risk without one, and an untreated one.
    if (!method || risk.accepted || isTreatedBy(risk, 'retain') || !risk.treatment.length) return;
    const { inherent, residual } = evaluateRisk(context, risk);
    // Values that were exchanged are told as such.
    if (!exceedsAppetite(method, residual) || isGraver(method, residual, inherent)) return;
    context.report({
      at: keySpan(risk, 'residual') ?? nameSpan(risk),
      message: saying(
        '{0} remains {1}, above the appetite {2}; treat it further or have its owner accept it.',
        labelled(risk),
        residual?.level?.label ?? '',
        method.appetite ?? '',
      ),
    });
  },
  fix: ({ declaration }, context) => acceptanceByOwner(declaration, context),
});
