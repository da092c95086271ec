import { isInternal } from '../../analysis/audit-coverage.ts';
import { nameSpan } from '../../model/declaration.ts';
import { projection } from '../../model/view.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

const datedAudits = projection('datedAudits', 'Audit', audit =>
  isInternal(audit) && (audit.planned || audit.performed) ? true : undefined,
);

export default rule({
  code: 'audit/no-date',
  severity: 'warning',
  clause: '9.2.1',
  summary: 'An internal audit has no date.',
  why: 'Internal audits take place at planned intervals. One without a date can never be late, so that leaving the date out would be the easiest way to have a plan.',
  remedy: 'Add `planned:` with the day of the audit, and `performed:` once it took place.',
  asks: ['planned'],
  example: {
    bad: 'audit IA-1 "Clauses" {\n  planned: 2026-09-10\n}\naudit IA-2 "Controls" {\n  covers: A.8.13\n}',
    good: 'audit IA-1 "Clauses" {\n  planned: 2026-09-10\n}\naudit IA-2 "Controls" {\n  planned: 2026-11-12\n  covers: A.8.13\n}',
  },
  on: ['Audit'],
  check(audit, { report, collect }) {
    if (audit.planned || audit.performed || !isInternal(audit)) return;
    // That none of them has a date is told of the ISMS.
    if (!collect(datedAudits).length) return;
    report({
      at: nameSpan(audit),
      message: saying('{0} has no date, and so is not planned; add `planned:`.', labelled(audit)),
    });
  },
});
