import { keySpan, label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { acceptanceByOwner } from './_acceptance.ts';

export default rule({
  code: 'risk/retain-without-acceptance',
  severity: 'error',
  clause: '6.1.3 f',
  summary: 'A risk is retained without a formal acceptance by its owner.',
  why: 'To retain a risk is a decision of its owner, at whatever level it is. Without a record of who accepted it, and when, the risk is only ignored.',
  remedy: 'Have the owner accept the risk, then record it: `accepted: 2026-03-01 by Ceo until 2027-03-01`.',
  example: {
    bad: 'risk R-1 "Loss of the test data" {\n  owner: Cto\n  treatment: retain\n}\nrole Cto "Chief technology officer"',
    good: 'risk R-1 "Loss of the test data" {\n  owner: Cto\n  treatment: retain\n  accepted: 2026-03-01 by Cto\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, { report, resolve }) {
    const option = risk.treatment.find(({ value }) => value === 'retain');
    // Who is to accept it is told first.
    if (!option || !risk.owner || !resolve(risk.owner)) return;
    if (!risk.accepted) {
      report({
        at: option,
        message: `${label(risk)} is retained, but nobody has accepted it; record the owner's acceptance in \`accepted:\`.`,
      });
    } else if (!risk.accepted.by.length) {
      report({
        at: risk.accepted.on ?? keySpan(risk, 'accepted') ?? option,
        message: `The acceptance of ${label(risk)} does not say who gave it; add \`by\` and the owner of the risk.`,
      });
    }
  },
  fix: ({ declaration }, context) => acceptanceByOwner(declaration, context),
});
