import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'soa/no-version',
  severity: 'info',
  clause: 'ISO/IEC 27006-1',
  summary: 'The Statement of Applicability is approved, but has no version.',
  why: 'The certificate refers to a version of the Statement of Applicability. Without one nobody can tell which edition was approved and audited.',
  remedy: 'Add `version:` to the `isms` block, and count it up with each approval.',
  asks: ['version'],
  example: {
    bad: 'isms Acme "Acme ISMS" {\n  approved: 2026-03-01 by Ceo\n}\nrole Ceo "Chief executive officer" { top-management }\ncontrol A.8.13 "Information backup" { applicable: yes }',
    good: 'isms Acme "Acme ISMS" {\n  version: "1.0"\n  approved: 2026-03-01 by Ceo\n}\nrole Ceo "Chief executive officer" { top-management }\ncontrol A.8.13 "Information backup" { applicable: yes }',
  },
  on: ['Isms'],
  check(isms, { report, names }) {
    if (isms.version || !isms.approved?.on || !names('Control').length) return;
    report({
      at: nameSpan(isms),
      message: saying(
        'The Statement of Applicability of {0} has no version; add `version:`, to which the certificate can refer.',
        shortLabel(isms),
      ),
    });
  },
});
