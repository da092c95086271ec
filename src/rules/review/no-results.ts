import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'review/no-results',
  severity: 'warning',
  clause: '9.3.3',
  summary: 'A management review was held, but nothing shows its results.',
  why: 'The results of a management review are decisions, on improvements and on changes of the ISMS, and they are documented.',
  remedy: 'Add each `decision` with owner and date, or name the minutes in `evidence:`.',
  asks: ['decision', 'evidence'],
  example: {
    bad: 'review MR-2026 "Management review 2026" {\n  held: 2026-03-26\n}',
    good: 'review MR-2026 "Management review 2026" {\n  held: 2026-03-26\n  decision "Fund a second region" {}\n}',
  },
  on: ['Review'],
  check(review, { report }) {
    const { held } = review;
    if (!held || review.decisions.length || review.evidence.length) return;
    report({
      at: held,
      message: saying(
        '{0} was held, but shows no results; add its `decision`s or name the minutes in `evidence:`.',
        labelled(review),
      ),
    });
  },
});
