import { asksForCause } from '../../analysis/asked.ts';
import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

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
    if (finding.actions.length || !asksForCause(finding, asOf)) return;
    const isMajor = finding.severity?.value === 'major';
    const isCorrected = hasText(finding.correction);
    if (isCorrected && !isMajor) return;
    report({
      at: finding.correction ?? nameSpan(finding),
      message: isCorrected
        ? saying('{0} is major, but was only corrected; declare an `action` that removes its cause.', labelled(finding))
        : saying(
            'Nothing was done about {0}; say in `correction:` what was done, or declare an `action`.',
            labelled(finding),
          ),
    });
  },
});
