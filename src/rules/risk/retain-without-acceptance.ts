import { comparingMethod, levelOf } from '../../analysis/method.ts';
import { remaining } from '../../analysis/risk.ts';
import { keySpan, type Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { acceptanceByOwner } from './_acceptance.ts';

export default rule({
  code: 'risk/retain-without-acceptance',
  severity: 'error',
  clause: '6.1.3 f',
  summary: 'A risk that the acceptance criteria do not admit is retained without a formal acceptance by its owner.',
  why: 'A risk within the criteria may be retained as it is: the criteria, which management approved, are the decision. To retain a risk above them, or where there are none, is a decision of its owner; without a record of who accepted it, and when, the risk is only ignored.',
  remedy: 'Have the owner accept the risk, then record it: `accepted: 2026-03-01 by Ceo until 2027-03-01`.',
  example: {
    bad: 'risk R-1 "Loss of the test data" {\n  owner: Cto\n  treatment: retain\n}\nrole Cto "Chief technology officer"',
    good: 'risk R-1 "Loss of the test data" {\n  owner: Cto\n  treatment: retain\n  accepted: 2026-03-01 by Cto\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, context) {
    const option = risk.treatment.find(({ value }) => value === 'retain');
    // Who is to accept it is told first.
    if (!option || !risk.owner || !context.resolve(risk.owner)) return;
    if (!risk.accepted) {
      if (isAcceptable(context, risk)) return;
      context.report({
        at: option,
        message: saying(
          "{0} is retained, but neither the acceptance criteria nor its owner accept it; record the owner's decision in `accepted:`.",
          labelled(risk),
        ),
      });
    } else if (!risk.accepted.by.length) {
      context.report({
        at: risk.accepted.on ?? keySpan(risk, 'accepted') ?? option,
        message: saying(
          'The acceptance of {0} does not say who gave it; add `by` and the owner of the risk.',
          labelled(risk),
        ),
      });
    }
  },
  fix: ({ declaration }, context) => acceptanceByOwner(declaration, context),
});

/** Whether what remains is known to be within the appetite. */
function isAcceptable(view: IsmsView, risk: Risk): boolean {
  const method = view.get(comparingMethod);
  const limit = method && levelOf(method, method.appetite);
  const level = remaining(view, risk)?.level;
  return !!limit && !!level && level.rank <= limit.rank;
}
