import { nameSpan } from '../../model/declaration.ts';
import { projection } from '../../model/view.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

const datedReviews = projection('datedReviews', 'Review', ({ planned, held }) => (planned || held ? true : undefined));

export default rule({
  code: 'review/no-date',
  severity: 'warning',
  moment: 'stage1',
  clause: '9.3.1',
  summary: 'A management review has no date.',
  why: 'Management reviews take place at planned intervals. One without a date can never be late, and no minutes belong to it.',
  remedy: 'Add `planned:` with the day of the review, and `held:` once it took place.',
  asks: ['planned'],
  example: {
    bad: 'review MR-2025 "Management review 2025" {\n  held: 2025-09-01\n}\nreview MR-2026 "Management review 2026" {}',
    good: 'review MR-2025 "Management review 2025" {\n  held: 2025-09-01\n}\nreview MR-2026 "Management review 2026" {\n  planned: 2026-09-01\n}',
  },
  on: ['Review'],
  check(review, { report, collect }) {
    if (review.planned || review.held) return;
    // That none of them has a date is told of the ISMS.
    if (!collect(datedReviews).length) return;
    report({
      at: nameSpan(review),
      message: saying('{0} has no date, and so is not planned; add `planned:`.', labelled(review)),
    });
  },
});
