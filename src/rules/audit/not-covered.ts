import { rule } from '../rule.ts';
import { planToCover, reportGap } from './_coverage.ts';

export default rule({
  code: 'audit/not-covered',
  severity: 'warning',
  moment: 'stage2',
  clause: '9.2.1 a, 9.2.2',
  summary: 'The audits of a programme, or of an ISMS without one, leave out clauses of the standard.',
  why: 'Internal audits show whether the ISMS conforms to the standard, so within one cycle they take in all clauses, 4 to 10. A clause that is never audited is not known to be met. Without a programme the internal audits of the last and the next three years count.',
  remedy:
    'Add what is missing to `covers:` of an audit that is still to come, or plan another audit within the cycle. A clause takes in its subclauses.',
  example: {
    bad: 'programme Audits "Internal audits" {\n  cycle: 3 years\n  start: 2025-01-01\n}\naudit IA-1 "Clauses" {\n  planned: 2026-09-10\n  covers: 4, 5, 6, 7, 8, 9\n}',
    good: 'programme Audits "Internal audits" {\n  cycle: 3 years\n  start: 2025-01-01\n}\naudit IA-1 "Clauses" {\n  planned: 2026-09-10\n  covers: 4, 5, 6, 7, 8, 9, 10\n}',
  },
  on: ['Programme', 'Isms'],
  check: (frame, context) => reportGap(frame, context, 'clauses'),
  fix: planToCover,
});
