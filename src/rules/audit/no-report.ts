import { asksForConclusion } from '../../analysis/asked.ts';
import { hasText } from '../../analysis/control.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'audit/no-report',
  severity: 'warning',
  moment: 'stage2',
  clause: '9.2.2',
  summary: 'An internal audit was performed, but nothing shows its results.',
  why: 'The results of audits are reported to management and kept. An audit without a report did not take place, as far as the auditor can see.',
  remedy: 'Name the report in `evidence:`, or write what was found in `conclusion:`.',
  asks: ['evidence', 'conclusion'],
  example: {
    bad: 'audit IA-2026-1 "Internal audit" {\n  performed: 2026-05-12\n}',
    good: 'audit IA-2026-1 "Internal audit" {\n  performed: 2026-05-12\n  conclusion: "Effective; one minor nonconformity"\n}',
  },
  on: ['Audit'],
  check(audit, { report }) {
    const { performed } = audit;
    if (!performed || !asksForConclusion(audit) || hasText(audit.conclusion)) return;
    report({
      at: performed,
      message: saying(
        '{0} was performed, but has no results; name its report in `evidence:` or add a `conclusion:`.',
        labelled(audit),
      ),
    });
  },
});
