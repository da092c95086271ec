import { isAcceptedByOwner } from '../../analysis/acceptance.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/accepted-by-non-owner',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.3 f',
  summary: 'A risk was accepted by somebody who is not its owner.',
  why: 'Only the owner of a risk can accept it: whoever else does decides about what he or she does not answer for.',
  remedy:
    'Have the owner accept the risk, or make the one who accepted it the owner. The owner may be named by the role or by the person who holds it, and may sign together with others: `accepted: 2026-03-01 by Cto, Board`.',
  example: {
    bad: 'role Ceo "Chief executive officer"\nrole Ciso "Chief information security officer"\nrisk R-1 "Loss of the test data" {\n  owner: Ceo\n  accepted: 2026-03-01 by Ciso\n}',
    good: 'role Ceo "Chief executive officer"\nperson JoanDoe "Joan Doe" { roles: Ceo }\nrisk R-1 "Loss of the test data" {\n  owner: Ceo\n  accepted: 2026-03-01 by JoanDoe\n}',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, context) {
    const { owner, accepted } = risk;
    const [by] = accepted?.by ?? [];
    if (!owner || !by || isAcceptedByOwner(context, risk) !== false) return;
    const declaration = context.resolve(owner)?.declaration;
    context.report({
      at: by,
      message: saying(
        '{0} was accepted by {1}, but its owner is {2}; have the owner accept it.',
        labelled(risk),
        by.name,
        owner.name,
      ),
      related: declaration && [{ declaration, message: saying('The owner of {0}', labelled(risk)) }],
    });
  },
  fix({ declaration, at }) {
    const { owner, accepted } = declaration;
    const by = accepted?.by.find(({ start }) => start === at.start);
    if (!owner || !by) return [];
    return [
      {
        title: say('Name the owner, {0}, as the one who accepted', owner.name),
        edits: [{ declaration, start: by.start, end: by.end, text: owner.name }],
        decides: true,
      },
      {
        title: say('Make {0} the owner of the risk', by.name),
        edits: [{ declaration, start: owner.start, end: owner.end, text: by.name }],
        decides: true,
      },
    ];
  },
});
