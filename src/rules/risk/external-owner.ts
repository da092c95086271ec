import { isExternal } from '../../analysis/people.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/external-owner',
  severity: 'warning',
  clause: '6.1.2 c 2',
  summary: 'A risk is owned by somebody outside the organisation.',
  why: 'A risk owner has the accountability and the authority to decide about the risk. Somebody outside, such as an auditor or a consultant, has neither.',
  remedy: 'Name a role of the organisation in `owner:`. An adviser may carry out actions instead.',
  example: {
    bad: 'role Adviser "External adviser" { external }\nrisk R-1 "Loss of the database" {\n  owner: Adviser\n}',
    good: 'role Cto "Chief technology officer"\nrisk R-1 "Loss of the database" {\n  owner: Cto\n}',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, context) {
    const { owner } = risk;
    if (!owner || !isExternal(context, owner)) return;
    const declaration = context.resolve(owner)?.declaration;
    context.report({
      at: owner,
      message: saying(
        '{0} is owned by {1}, who is external; name somebody who is accountable and may decide about it.',
        labelled(risk),
        owner.name,
      ),
      related: declaration && [{ declaration, message: saying('{0} is outside the organisation', owner.name) }],
    });
  },
});
