import { validActions } from '../../analysis/risk.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertPropertyInto } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled, shortLabel } from '../wording.ts';

export default rule({
  code: 'risk/action-without-owner',
  severity: 'warning',
  clause: '6.1.3 e, 6.2 j',
  summary: 'An action of the risk treatment plan has no owner.',
  why: 'A plan says who does what by when. What is nobody’s task is not done.',
  remedy: 'Add `owner:` with the role or person who carries out the action.',
  asks: ['owner'],
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  action "Introduce daily backups" {\n    due: 2026-09-30\n  }\n}',
    good: 'risk R-1 "Loss of the database" {\n  action "Introduce daily backups" {\n    owner: Cto\n    due: 2026-09-30\n  }\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, { report }) {
    for (const action of validActions(risk)) {
      if (action.owner) continue;
      report({
        at: nameSpan(action),
        message: saying(
          '{0} of {1} has no owner; add `owner:` with the role that carries it out.',
          shortLabel(action),
          labelled(risk),
        ),
        data: action.$start,
      });
    }
  },
  fix({ declaration, data }, context) {
    const { owner, actions } = declaration;
    const action = actions.find(({ $start }) => $start === data);
    if (!action || action.owner || !owner || !context.resolve(owner)) return [];
    return [
      {
        title: say('Give it to {0}, the owner of the risk', owner.name),
        edits: [insertPropertyInto(declaration, action, context.textOf(declaration), `owner: ${owner.name}`)],
        decides: true,
      },
    ];
  },
});
