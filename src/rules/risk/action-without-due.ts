import { isOpen } from '../../analysis/action.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled, shortLabel } from '../wording.ts';

export default rule({
  code: 'risk/action-without-due',
  severity: 'warning',
  clause: '6.1.3 e, 6.2 k',
  summary: 'An open action of the risk treatment plan has no date.',
  why: 'A plan says who does what by when. Without a date an action can never be late, and nobody knows how long the risk stays as it is.',
  remedy: 'Add `due:` with the date by which the action is to be completed.',
  asks: ['due'],
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  action "Introduce daily backups" {\n    owner: Cto\n  }\n}\nrole Cto "Chief technology officer"',
    good: 'risk R-1 "Loss of the database" {\n  action "Introduce daily backups" {\n    owner: Cto\n    due: 2026-09-30\n  }\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, { report }) {
    for (const action of risk.actions) {
      if (action.due || !isOpen(action)) continue;
      report({
        at: nameSpan(action),
        message: saying(
          '{0} of {1} has no date; add `due:` with the day by which it is to be done.',
          shortLabel(action),
          labelled(risk),
        ),
      });
    }
  },
});
