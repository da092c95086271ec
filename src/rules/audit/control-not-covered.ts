import { rule } from '../rule.ts';
import { planToCover, reportGap } from './_coverage.ts';

export default rule({
  code: 'audit/control-not-covered',
  severity: 'info',
  moment: 'stage2',
  summary: 'The audits of a programme, or of an ISMS without one, leave out applicable controls.',
  why: 'The standard does not ask that every control is audited within a cycle: the programme follows the importance of processes and the results of earlier audits. Many certification bodies ask which controls have never been looked at, and a sample should be a choice.',
  remedy:
    'Add the controls to `covers:` of an audit that is still to come. If they are left out on purpose, silence this line with the reason.',
  example: {
    bad: 'programme Audits "Internal audits" {\n  cycle: 3 years\n  start: 2025-01-01\n}\naudit IA-1 "Clauses" {\n  planned: 2026-09-10\n  covers: 4, 5, 6, 7, 8, 9, 10\n}\ncontrol A.8.13 "Information backup" { applicable: yes }',
    good: 'programme Audits "Internal audits" {\n  cycle: 3 years\n  start: 2025-01-01\n}\naudit IA-1 "Clauses" {\n  planned: 2026-09-10\n  covers: 4, 5, 6, 7, 8, 9, 10, A.8.13\n}\ncontrol A.8.13 "Information backup" { applicable: yes }',
  },
  on: ['Programme', 'Isms'],
  check: (frame, context) => reportGap(frame, context, 'controls'),
  fix: planToCover,
});
