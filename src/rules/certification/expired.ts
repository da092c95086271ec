import { monthsToRestore } from '../../analysis/certification.ts';
import { dateOf, isPast } from '../../analysis/deadline.ts';
import { addMonths, type IsoDate } from '../../model/dates.ts';
import { type Saying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'certification/expired',
  severity: 'warning',
  clause: 'ISO/IEC 17021-1, 9.6.3.2.5',
  summary: 'The certificate has expired.',
  why: 'The recertification audit has to be completed before the certificate expires; afterwards nobody may refer to it. Within six months the certification body can restore it once what is outstanding is completed; later it takes at least a new stage 2.',
  remedy:
    'Agree with the certification body how to go on. Declare the new certificate as a `certification` of its own; the old one stays as a record.',
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
      message: messageFor(expires.value, addMonths(expires.value, monthsToRestore), asOf),
    });
  },
});

const messageFor = (expired: IsoDate, restorable: IsoDate, asOf: IsoDate): Saying =>
  asOf <= restorable
    ? saying(
        'The certificate expired on {0}; it can be restored until {1}. Declare the new one, and keep this as a record.',
        expired,
        restorable,
      )
    : saying(
        'The certificate expired on {0}, too long ago to be restored; it takes at least a new stage 2. Declare the new certificate.',
        expired,
      );
