import { dateOf } from '../../analysis/deadline.ts';
import { assessmentDates } from '../../analysis/method.ts';
import { query } from '../../model/view.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

/** The first day on which a risk was assessed as it stands, and how many risks say when. */
const firstAssessment = query('firstAssessment', view => {
  const dates = view.collect(assessmentDates).map(({ assessed }) => assessed);
  const [first] = [...dates].sort();
  return first && { first, count: dates.length };
});

export default rule({
  code: 'soa/approved-before-assessment',
  severity: 'info',
  clause: '6.1.3 d',
  summary: 'The Statement of Applicability was approved before any of the risks was assessed as it stands.',
  why: 'The necessary controls follow from the treatment of the risks. A statement that is older than the whole assessment was either made without it, or nobody has looked since whether it still follows from it.',
  remedy: 'Compare the statement with the assessment, have it approved again and set `approved:` of the `isms` block.',
  example: {
    bad: 'isms Acme "Acme ISMS" {\n  approved: 2026-01-15 by Ceo\n}\nrisk R-1 "Loss of the database" {\n  assessed: 2026-03-01\n}',
    good: 'isms Acme "Acme ISMS" {\n  approved: 2026-03-15 by Ceo\n}\nrisk R-1 "Loss of the database" {\n  assessed: 2026-03-01\n}',
    asOf: '2026-06-01',
  },
  on: ['Isms'],
  damagedToo: true,
  check(isms, { report, get }) {
    const approved = dateOf(isms.approved?.on);
    if (!isms.approved?.on || !approved) return;
    const assessments = get(firstAssessment);
    if (!assessments || approved >= assessments.first) return;
    const { first, count } = assessments;
    report({
      at: isms.approved.on,
      message:
        count > 1
          ? saying(
              'Approved on {0}, before the first of {1} risks was assessed ({2}); compare the two, and have it approved again.',
              approved,
              count,
              first,
            )
          : saying(
              'Approved on {0}, before the only risk was assessed ({1}); compare the two, and have it approved again.',
              approved,
              first,
            ),
    });
  },
});
