import { isIncluded } from '../../analysis/control.ts';
import { reportLateActions } from '../late-actions.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'soa/overdue-action',
  severity: 'warning',
  moment: 'stage2',
  clause: '6.1.3 e, 8.3',
  summary: 'An action that completes or improves a control is late.',
  why: 'The date in the Statement of Applicability is a promise: until then a planned control, or the part that is missing, may be. Once it has passed, nobody can tell whether the control will ever be there.',
  remedy:
    'Finish the action and set `status: done` with the date in `completed:`, then raise the `status:` of the control; or plan a new date with those who own the risks.',
  example: {
    bad: 'control A.8.15 "Logging" {\n  applicable: yes\n  status: planned\n  action "Central log server" { owner: Cto  due: 2026-03-31 }\n}\nrole Cto "Chief technology officer"',
    good: 'control A.8.15 "Logging" {\n  applicable: yes\n  status: planned\n  action "Central log server" { owner: Cto  due: 2026-09-30 }\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Control'],
  check(control, context) {
    // That something is done for a control that is excluded is told as such.
    if (isIncluded(control)) reportLateActions(control, context);
  },
});
