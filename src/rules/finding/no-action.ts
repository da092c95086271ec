import { isOpen } from '../../analysis/action.ts';
import { asksForCause } from '../../analysis/asked.ts';
import { hasText } from '../../analysis/control.ts';
import { isNonconformity } from '../../analysis/finding.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'finding/no-action',
  severity: 'warning',
  clause: '10.2 a–c',
  summary:
    'Nothing was done about a nonconformity, a major one was only corrected, or what was done did not work and nothing follows.',
  why: 'A nonconformity is corrected, and its cause is removed. For a minor one a correction can be enough; a major one comes back without an action against its cause. A cancelled action is none, and one that was not effective asks for another. It is asked for 30 days after the finding was raised, and before it is closed.',
  remedy: 'Say in `correction:` what was done at once, and declare an `action` for what keeps it from happening again.',
  asks: ['action', 'correction'],
  example: {
    bad: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  raised: 2026-03-13\n}',
    good: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  raised: 2026-03-13\n  correction: "Test done in April"\n}',
    asOf: '2026-06-01',
  },
  on: ['Finding'],
  check(finding, { report, asOf }) {
    const { effective, closed } = finding;
    if (effective?.value === 'no' && !closed && isNonconformity(finding) && !finding.actions.some(isOpen)) {
      report({
        at: effective,
        message: saying('{0} was not effective, and nothing follows; declare another `action`.', labelled(finding)),
      });
      return;
    }
    if (finding.actions.some(({ status }) => status?.value !== 'cancelled') || !asksForCause(finding, asOf)) return;
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
