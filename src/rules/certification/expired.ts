import { dateOf, isPast } from '../../analysis/deadline.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'certification/expired',
  severity: 'warning',
  clause: 'ISO/IEC 17021-1',
  summary: 'The certificate has expired.',
  why: 'The recertification audit has to be completed before the certificate expires; afterwards nobody may refer to it.',
  remedy: 'Set `issued:`, `expires:` and `surveillance:` to those of the new certificate, or delete the certification.',
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  issued: 2023-04-01\n  expires: 2026-03-31\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  issued: 2026-03-20\n  expires: 2029-03-19\n}',
    asOf: '2026-06-01',
  },
  on: ['Certification'],
  check(certification, { report, asOf, all }) {
    const { expires } = certification;
    if (!expires || !isPast(expires, asOf)) return;
    const isRenewed = all('Certification').some(other => (dateOf(other.expires) ?? '') >= asOf);
    if (isRenewed) return;
    report({
      at: expires,
      message: `The certificate expired on ${expires.value}; enter the dates of the new one, or delete the certification.`,
    });
  },
});
