import { dateOf } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

/** The last day of certificates to the edition of 2013: the end of the transition to that of 2022. See docs/catalogues.md. */
const lastDay = '2025-10-31';

/** A title that speaks of the edition of 2013, as in "ISO/IEC 27001:2013". */
const former = /27001\s*[:/-]\s*2013/;

export default rule({
  code: 'certification/edition-withdrawn',
  severity: 'warning',
  summary: 'A certification is to the edition of 2013, beyond the day on which such certificates ended.',
  why: 'All certificates to ISO/IEC 27001:2013 ended with the transition on 2025-10-31, whatever date stands on them. Whoever shows one misleads customers, and no body audits to that edition.',
  remedy:
    'Declare the certificate to ISO/IEC 27001:2022 as a `certification` of its own; in the record of the old one set `expires:` to its end.',
  example: {
    bad: 'certification "ISO/IEC 27001:2013" {\n  issued: 2024-03-20\n  expires: 2027-03-19\n}',
    good: 'certification "ISO/IEC 27001:2013" {\n  issued: 2022-03-20\n  expires: 2025-03-19\n}',
    asOf: '2026-06-01',
  },
  on: ['Certification'],
  check(certification, { report, asOf }) {
    const { title, expires, stage2, issued } = certification;
    if (!title || asOf <= lastDay || !former.test(title.value)) return;
    const until = expires ?? (issued ? undefined : stage2);
    const day = dateOf(until);
    // A record that ended in time; one without any date is none yet.
    if (day ? day <= lastDay : !issued) return;
    report({
      at: until ?? title,
      message: saying(
        'Certificates to the edition of 2013 ended on {0}; declare the one to ISO/IEC 27001:2022, and let this one expire then.',
        lastDay,
      ),
    });
  },
});
