import { later } from '../../wording/wording.ts';
import { reportLateActions } from '../late-actions.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'risk/overdue-action',
  severity: 'warning',
  moment: 'stage2',
  clause: '6.1.3 e, 8.3',
  summary: 'An action of the risk treatment plan is late.',
  why: 'The plan is a promise to bring the risk down by a date. Late actions that nobody has looked at are what auditors find first.',
  remedy:
    'Finish the action and set `status: done` with the date in `completed:`, or plan a new date with the owner of the risk, or set `status: cancelled` and assess the residual risk again.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  action "Introduce daily backups" {\n    owner: Cto\n    due: 2026-03-31\n    status: in-progress\n  }\n}\nrole Cto "Chief technology officer"',
    good: 'risk R-1 "Loss of the database" {\n  action "Introduce daily backups" {\n    owner: Cto\n    due: 2026-03-31\n    status: done\n    completed: 2026-03-20\n  }\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, context) {
    reportLateActions(
      risk,
      context,
      later('{0} of {1} was due on {2}; finish it, or agree on a new date with the risk owner.'),
    );
  },
});
