import { isDate } from '../../model/dates.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/not-approved',
  severity: 'warning',
  clause: '7.5.2 c',
  summary: 'The Statement of Applicability is not approved, or its approval does not hold any more.',
  why: 'Documents are approved for suitability before they count. Without an approval an auditor sees a draft.',
  remedy:
    'Have it approved by whoever has the mandate, mostly top management, then record when and who: `approved: 2026-03-01 by Ceo`.',
  asks: ['approved', 'by'],
  example: {
    bad: 'isms Acme "Acme ISMS" {\n  version: "1.0"\n}\ncontrol A.8.13 "Information backup" { applicable: yes }',
    good: 'isms Acme "Acme ISMS" {\n  version: "1.0"\n  approved: 2026-03-01 by Ceo\n}\nrole Ceo "Chief executive officer" { top-management }\ncontrol A.8.13 "Information backup" { applicable: yes }',
    asOf: '2026-06-01',
  },
  on: ['Isms'],
  check(isms, { report, names, asOf }) {
    // As long as nothing is decided there is nothing to approve.
    if (!names('Control').length) return;
    const { approved } = isms;
    const name = labelled(isms);
    const on = approved?.on;
    if (!approved || !on) {
      report({
        at: keySpan(isms, 'approved') ?? nameSpan(isms),
        message: saying(
          'The Statement of Applicability of {0} has no approval; add `approved:` with date and approver once it is given.',
          name,
        ),
      });
      return;
    }
    if (!approved.by.length) {
      report({
        at: on,
        message: saying(
          'The approval of {0} does not say who gave it; add `by` and the role that has the mandate.',
          name,
        ),
      });
      return;
    }
    if (!isDate(on.value)) return;
    if (on.value > asOf) {
      report({
        at: on,
        message: saying(
          'The approval of {0} is dated {1}, which is after {2}; correct the date or wait for the approval.',
          name,
          on.value,
          asOf,
        ),
      });
    } else if (approved.until && isDate(approved.until.value) && approved.until.value < asOf) {
      report({
        at: approved.until,
        message: saying(
          'The approval of {0} ended on {1}; have the Statement of Applicability approved again.',
          name,
          approved.until.value,
        ),
      });
    }
  },
});
