import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'certification/no-expiry',
  severity: 'info',
  summary: 'A certificate was issued, but it is not said when it expires.',
  why: 'A certificate ends after three years. Without its end nobody is reminded of the recertification, and it would look valid for ever.',
  remedy: 'Add `expires:` with the date on the certificate.',
  asks: ['expires'],
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  issued: 2025-03-20\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  issued: 2025-03-20\n  expires: 2028-03-19\n}',
    asOf: '2026-06-01',
  },
  on: ['Certification'],
  check({ issued, expires }, { report }) {
    if (!issued || expires) return;
    report({
      at: issued,
      message: saying('It is not said when the certificate expires; add `expires:` with the date that stands on it.'),
    });
  },
});
