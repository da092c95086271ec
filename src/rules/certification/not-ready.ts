import { isInternal } from '../../analysis/audit-coverage.ts';
import { soaCoverage } from '../../analysis/coverage.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { blocksCertificate } from '../../analysis/finding.ts';
import { counted } from '../../model/counted.ts';
import { addDays } from '../../model/dates.ts';
import { type IsmsView, query } from '../../model/view.ts';
import { rule } from '../rule.ts';
import { listed } from '../wording.ts';

/** From here on what is missing cannot be made good in time without haste. */
const daysAhead = 60;

/** Until then what is missing may still be made good. */
const daysBehind = 90;

export default rule({
  code: 'certification/not-ready',
  severity: 'warning',
  clause: 'ISO/IEC 17021-1, 9.3.1.2, 9.5.3',
  summary: 'Stage 2 is near, or past, and something is missing without which no certificate is issued.',
  why: 'Stage 2 asks for a complete Statement of Applicability, an internal audit and a management review that were held, and no open major nonconformity of the certification body. A major that the organisation found itself does not stand in the way as long as it is worked on. It is told 60 days ahead.',
  remedy: 'Do what is missing, or postpone the audit. `isms readiness` lists everything for both stages.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}\ncertification "ISO/IEC 27001:2022" {\n  stage2: 2026-06-20\n}',
    good: 'isms Acme "Acme ISMS" {}\ncertification "ISO/IEC 27001:2022" {\n  stage2: 2026-12-20\n}',
    asOf: '2026-06-01',
  },
  on: ['Certification'],
  check(certification, { report, get, asOf }) {
    const stage2 = dateOf(certification.stage2);
    if (!certification.stage2 || !stage2 || certification.issued || stage2 > addDays(asOf, daysAhead)) return;
    // Long after it, that no result is recorded is told, and not what was missing.
    if (addDays(stage2, daysBehind) < asOf) return;
    const missing = get(blockers);
    if (!missing.length) return;
    report({
      at: certification.stage2,
      message: `Stage 2 ${stage2 < asOf ? 'was' : 'is'} on ${stage2} with ${listed(missing)}; ${stage2 < asOf ? 'settle this with the body' : 'settle this before, or agree on a later date'}.`,
    });
  },
});

/** What stands in the way of a certificate, in words. */
const blockers = query('certificationBlockers', (view: IsmsView): readonly string[] => {
  const { undecided } = view.get(soaCoverage).total;
  const majors = view.all('Finding').filter(finding => blocksCertificate(view, finding)).length;
  const isAudited = view.all('Audit').some(audit => isInternal(audit) && audit.performed);
  const isReviewed = view.all('Review').some(review => review.held);
  return [
    majors ? counted(majors, 'open major of the certification body') : '',
    undecided.length ? counted(undecided.length, 'undecided control') : '',
    isAudited ? '' : 'no audit performed',
    isReviewed ? '' : 'no management review held',
  ].filter(Boolean);
});
