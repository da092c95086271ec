import { cycleOf } from '../../analysis/audit-coverage.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'programme/ended',
  severity: 'warning',
  moment: 'stage2',
  clause: '9.2.2',
  summary: 'The cycle of the audit programme is over and no new one has begun.',
  why: 'Internal audits are planned for the time to come. After the end of the cycle there is no programme.',
  remedy: 'Declare the `programme` of the next cycle with its audits; the old one stays as a record.',
  example: {
    bad: 'programme Audits2022 "Internal audits 2022 to 2024" {\n  cycle: 3 years\n  start: 2022-01-01\n}',
    good: 'programme Audits2025 "Internal audits 2025 to 2027" {\n  cycle: 3 years\n  start: 2025-01-01\n}',
    asOf: '2026-06-01',
  },
  on: ['Programme'],
  check(programme, { report, all, asOf }) {
    const { to } = cycleOf(programme);
    if (!to || to >= asOf) return;
    const start = dateOf(programme.start) ?? '';
    if (all('Programme').some(other => other !== programme && !((dateOf(other.start) ?? asOf) <= start))) return;
    report({
      at: keySpan(programme, 'cycle') ?? nameSpan(programme),
      message: saying(
        'The cycle of {0} ended on {1}; declare the `programme` of the next cycle.',
        labelled(programme),
        to,
      ),
    });
  },
});
