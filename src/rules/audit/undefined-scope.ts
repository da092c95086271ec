import { isInternal } from '../../analysis/audit-coverage.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'audit/undefined-scope',
  severity: 'warning',
  clause: '9.2.2 a, b',
  summary: 'An internal audit does not say what it covers or who performs it.',
  why: 'Criteria, scope and auditors of each audit have to be laid down. Without them neither coverage nor impartiality can be shown.',
  remedy: 'Add `covers:` with the clauses and controls, and `auditors:` with a role or person that owns none of them.',
  asks: ['covers', 'auditors'],
  example: {
    bad: 'audit IA-2026-1 "Internal audit" {\n  planned: 2026-09-10\n}',
    good: 'role ExternalAuditor "Internal auditor" { external }\naudit IA-2026-1 "Internal audit" {\n  planned: 2026-09-10\n  auditors: ExternalAuditor\n  covers: 4, 5, 6, A.8.13\n}',
  },
  on: ['Audit'],
  check(audit, { report }) {
    // The certification body decides on the scope and the team of its own audits.
    if (!isInternal(audit)) return;
    const missing: string[] = [];
    if (!audit.covers.length) missing.push('covers');
    if (!audit.auditors.length) missing.push('auditors');
    if (!missing.length) return;
    report({
      at: nameSpan(audit),
      message: saying(
        missing.length > 1
          ? '{0} does not say what it covers or who audits; add {1}.'
          : audit.covers.length
            ? '{0} does not say who audits; add {1}.'
            : '{0} does not say what it covers; add {1}.',
        labelled(audit),
        keysOf(missing),
      ),
    });
  },
});
