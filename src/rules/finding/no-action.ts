import { hasText } from '../../analysis/control.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { isNonconformity } from '../../analysis/finding.ts';
import { addDays } from '../../model/dates.ts';
import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

/** So long it may take until something is decided. */
const daysToDecide = 30;

export default rule({
  code: 'finding/no-action',
  severity: 'warning',
  clause: '10.2 a–c',
  summary: 'Nothing was done about a nonconformity, or a major one was only corrected.',
  why: 'A nonconformity is corrected, and its cause is removed. For a minor one a correction can be enough; a major one comes back without an action against its cause. It is asked for 30 days after the finding was raised, and before it is closed.',
  remedy: 'Say in `correction:` what was done at once, and declare an `action` for what keeps it from happening again.',
  asks: ['action', 'correction'],
  example: {
    bad: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  raised: 2026-03-13\n}',
    good: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  raised: 2026-03-13\n  correction: "Test done in April"\n}',
    asOf: '2026-06-01',
  },
  on: ['Finding'],
  check(finding, { report, asOf }) {
    if (!isNonconformity(finding) || finding.actions.length) return;
    const isMajor = finding.severity?.value === 'major';
    const isCorrected = hasText(finding.correction);
    if (isCorrected && !isMajor) return;
    const raised = dateOf(finding.raised);
    if (!finding.closed && raised && addDays(raised, daysToDecide) >= asOf) return;
    report({
      at: finding.correction ?? nameSpan(finding),
      message: isCorrected
        ? `${label(finding)} is major, but was only corrected; declare an \`action\` that removes its cause.`
        : `Nothing was done about ${label(finding)}; say in \`correction:\` what was done, or declare an \`action\`.`,
    });
  },
});
