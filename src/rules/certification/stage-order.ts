import { rule } from '../rule.ts';
import { wrongDates } from './_dates.ts';

export default rule({
  code: 'certification/stage-order',
  severity: 'error',
  moment: 'contradiction',
  clause: 'ISO/IEC 17021-1, 9.6.3.2',
  summary: 'The dates of a certification contradict each other.',
  why: 'Stage 1 comes before stage 2, the certificate after both, and surveillance within its validity. A first certificate holds for three years; after a recertification in time the next one may be counted from the end of the old one, so that it runs some months longer. Surveillance dates of the cycle before it are no contradiction. The audit for the renewal comes before the end.',
  remedy: 'Correct the date that is wrong.',
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  stage1: 2026-10-15\n  stage2: 2026-09-01\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  stage1: 2026-09-01\n  stage2: 2026-10-15\n}',
  },
  on: ['Certification'],
  damagedToo: true,
  check(certification, context) {
    for (const { at, message } of wrongDates(certification, context)) context.report({ at, message });
  },
});
