import { deniedIn } from '../../analysis/audit-conclusion.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled, shortText } from '../wording.ts';

export default rule({
  code: 'audit/conclusion-contradicted',
  severity: 'warning',
  moment: 'contradiction',
  clause: '9.2.2, 10.2',
  summary: 'The conclusion of an audit says that there was no nonconformity, but one is recorded as its finding.',
  why: 'The report and the register of findings tell of the same audit. Where one knows a nonconformity that the other denies, management was told something else than what was found.',
  remedy: 'Correct the `conclusion:`, or the `audit:` or `severity:` of the finding.',
  example: {
    bad: 'audit IA-1 "Internal audit" {\n  performed: 2026-05-12\n  conclusion: "No nonconformities."\n}\nfinding NC-1 "A restore was never tested" {\n  audit: IA-1\n  severity: minor\n}',
    good: 'audit IA-1 "Internal audit" {\n  performed: 2026-05-12\n  conclusion: "One minor nonconformity."\n}\nfinding NC-1 "A restore was never tested" {\n  audit: IA-1\n  severity: minor\n}',
    asOf: '2026-06-01',
  },
  on: ['Audit'],
  damagedToo: true,
  check(audit, { report, users }) {
    const {
      names: [name],
      conclusion,
    } = audit;
    const denied = conclusion && deniedIn(conclusion.value);
    if (!name || !denied) return;
    const found = users(name.value, 'Audit', 'Finding').find(
      ({ severity }) => severity && denied.severities.has(severity.value),
    );
    if (!found) return;
    report({
      at: conclusion,
      message: saying(
        '{0} concludes “{1}”, but {2} was raised in it; correct one of the two.',
        labelled(audit),
        shortText(denied.text),
        labelled(found),
      ),
      related: [{ declaration: found, message: saying('Raised in {0}', name.value) }],
    });
  },
});
