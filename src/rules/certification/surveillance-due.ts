import { dateOf, latest } from '../../analysis/deadline.ts';
import { addMonths } from '../../model/dates.ts';
import { keySpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'certification/surveillance-due',
  severity: 'warning',
  clause: 'ISO/IEC 17021-1',
  summary: 'A surveillance audit should have taken place.',
  why: 'A certificate holds for three years on the condition of a surveillance audit in each calendar year, the first within twelve months of its issue.',
  remedy: 'Agree on the date with the certification body and add it to `surveillance:`.',
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  issued: 2025-03-20\n  expires: 2028-03-19\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  issued: 2025-03-20\n  expires: 2028-03-19\n  surveillance: 2026-03-10\n}',
    asOf: '2026-06-01',
  },
  on: ['Certification'],
  check(certification, { report, asOf }) {
    const { issued, expires, surveillance } = certification;
    const from = dateOf(issued);
    const to = dateOf(expires);
    // Of a certificate that has expired another rule tells.
    if (!issued || !from || (to && to < asOf)) return;
    const last = latest(...surveillance.map(dateOf));
    const due = last ? `${Number(last.slice(0, 4)) + 1}-12-31` : addMonths(from, 12);
    // The audit for renewal takes the place of the third one.
    if (due >= asOf || (to && due >= addMonths(to, -2))) return;
    report({
      at: keySpan(certification, 'surveillance') ?? issued,
      message: `A surveillance audit was due by ${due}; agree on a date and add it to \`surveillance:\`.`,
    });
  },
});
