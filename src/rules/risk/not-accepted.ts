import { isAcceptedWithPlan } from '../../analysis/acceptance.ts';
import { comparingMethod, exceedsAppetite } from '../../analysis/method.ts';
import { evaluateRisk, statesResidual } from '../../analysis/risk.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { acceptanceByOwner } from './_acceptance.ts';

export default rule({
  code: 'risk/not-accepted',
  severity: 'warning',
  clause: '6.1.3 f',
  summary: 'The owner has not accepted what remains of a treated risk.',
  why: 'The owners of the risks approve the treatment plan and accept the residual risks, also those within the appetite. Auditors ask for the record.',
  remedy:
    'Have the owner accept the residual risk, then record it: `accepted: 2026-03-01 by Ceo until 2027-03-01`. Owners may also sign the plan as a whole: a `document` of `kind: plan`, `register` or `record` that `covers: 6.1.3` and is `approved:` by them, not before the assessment.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  owner: Cto\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  residual { likelihood: rare }\n}\nrole Cto "Chief technology officer"',
    good: 'risk R-1 "Loss of the database" {\n  owner: Cto\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  residual { likelihood: rare }\n  accepted: 2026-03-01 by Cto\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, context) {
    const { accepted, treatment } = risk;
    // What is only retained is judged by the acceptance criteria; one above the appetite without acceptance is graver and told as such.
    if (treatment.every(({ value }) => value === 'retain') || !statesResidual(risk)) return;
    // Who is to accept it is told first.
    if (accepted?.by.length || !risk.owner || !context.resolve(risk.owner)) return;
    if (!accepted && isAcceptedWithPlan(context, risk)) return;
    const method = context.get(comparingMethod);
    if (!accepted && method && exceedsAppetite(method, evaluateRisk(context, risk).residual)) return;
    context.report({
      at: accepted?.on ?? keySpan(risk, 'residual') ?? nameSpan(risk),
      message: accepted
        ? saying('The acceptance of {0} does not say who gave it; add `by` and the owner of the risk.', labelled(risk))
        : saying(
            "Nobody has accepted what remains of {0}; record the owner's acceptance in `accepted:`.",
            labelled(risk),
          ),
    });
  },
  fix: ({ declaration }, context) => acceptanceByOwner(declaration, context),
});
