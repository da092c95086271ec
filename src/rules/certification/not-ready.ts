import { isInternal } from '../../analysis/audit-coverage.ts';
import { soaCoverage } from '../../analysis/coverage.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { blocksCertificate } from '../../analysis/finding.ts';
import { addDays } from '../../model/dates.ts';
import { type IsmsView, query } from '../../model/view.ts';
import { countedSaying, listSaying, type Saying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

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
      message: saying(
        stage2 < asOf
          ? 'Stage 2 was on {0} with {1}; settle this with the body.'
          : 'Stage 2 is on {0} with {1}; settle this before, or agree on a later date.',
        stage2,
        listSaying(missing),
      ),
    });
  },
});

/** What stands in the way of a certificate, in words. */
const blockers = query('certificationBlockers', (view: IsmsView): readonly Saying[] => {
  const { undecided } = view.get(soaCoverage).total;
  const majors = view.all('Finding').filter(finding => blocksCertificate(view, finding)).length;
  const isAudited = view.all('Audit').some(audit => isInternal(audit) && audit.performed);
  const isReviewed = view.all('Review').some(review => review.held);
  return [
    ...(majors
      ? [countedSaying(majors, '{0} open major of the certification body', '{0} open majors of the certification body')]
      : []),
    ...(undecided.length ? [countedSaying(undecided.length, '{0} undecided control', '{0} undecided controls')] : []),
    ...(isAudited ? [] : [saying('no audit performed')]),
    ...(isReviewed ? [] : [saying('no management review held')]),
  ];
});
