import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'certification/no-expiry',
  severity: 'info',
  summary:
    'A certificate was issued, but it is not said when it expires; or it expires, and it is not said when it was issued.',
  why: 'A certificate ends after three years. Without its end nobody is reminded of the recertification, and it would look valid for ever. Without its beginning nobody can tell when surveillance is due.',
  remedy: 'Add `expires:` or `issued:` with the date on the certificate.',
  asks: ['expires', 'issued'],
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  issued: 2025-03-20\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  issued: 2025-03-20\n  expires: 2028-03-19\n}',
    asOf: '2026-06-01',
  },
  on: ['Certification'],
  check({ issued, expires }, { report }) {
    if (expires && !issued) {
      report({
        at: expires,
        message: saying(
          'It is not said when the certificate was issued; add `issued:` with the date that stands on it.',
        ),
      });
    }
    if (!issued || expires) return;
    report({
      at: issued,
      message: saying('It is not said when the certificate expires; add `expires:` with the date that stands on it.'),
    });
  },
});
