import { dateOf } from '../../analysis/deadline.ts';
import { addDays } from '../../model/dates.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

/** Corrections and the decision of the certification body take up to three months after the audit. */
const daysToDecide = 90;

export default rule({
  code: 'certification/no-result',
  severity: 'info',
  summary: 'Stage 2 was three months ago, and it is not said how it ended.',
  why: 'After stage 2 the certification body mostly decides within weeks. Without the dates of the certificate nobody can tell when surveillance and recertification are due, and a postponed audit looks like a passed one.',
  remedy: 'Set `issued:` and `expires:` to the dates of the certificate, or `stage2:` to the new date of the audit.',
  asks: ['issued', 'expires'],
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  stage2: 2026-01-20\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  stage2: 2026-01-20\n  issued: 2026-02-16\n  expires: 2029-02-15\n}',
    asOf: '2026-06-01',
  },
  on: ['Certification'],
  check({ stage2, issued, expires }, { report, asOf }) {
    const held = dateOf(stage2);
    if (!stage2 || !held || issued || expires || addDays(held, daysToDecide) >= asOf) return;
    report({
      at: stage2,
      message: saying(
        'Stage 2 was on {0}, but no certificate is recorded; set `issued:` and `expires:`, or its new date.',
        held,
      ),
    });
  },
});
