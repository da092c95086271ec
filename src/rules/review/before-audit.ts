import { isInternal } from '../../analysis/audit-coverage.ts';
import { dateOf, latest } from '../../analysis/deadline.ts';
import type { IsoDate } from '../../model/dates.ts';
import { projection, query } from '../../model/view.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

const performedAudits = projection('performedAudits', 'Audit', (audit): IsoDate | undefined =>
  isInternal(audit) ? dateOf(audit.performed) : undefined,
);

/** The day of the first internal audit that was performed; empty if audits are declared, but none was. */
const firstAudit = query('firstAudit', view =>
  view.count('Audit') ? ([...view.collect(performedAudits)].sort()[0] ?? '') : undefined,
);

const heldReviews = projection('heldReviews', 'Review', ({ held }): IsoDate | undefined => dateOf(held));

/** The day of the last review: of earlier ones the audits may not be declared any more. */
const lastReview = query('lastReview', view => latest(...view.collect(heldReviews)));

export default rule({
  code: 'review/before-audit',
  severity: 'warning',
  moment: 'contradiction',
  clause: '9.3.2 d',
  summary:
    'The last management review is said to have considered audit results before any internal audit was performed.',
  why: 'The review looks at what the audits found, so an audit comes first. An input that did not exist yet makes an auditor doubt the others, and is the usual sign of minutes that were copied.',
  remedy: 'Correct the dates, or leave the input out and hold another review after the audit.',
  example: {
    bad: 'review MR-2026 "Management review" {\n  held: 2026-03-02\n  inputs: audit-results, objectives\n}\naudit IA-2026-1 "Internal audit" {\n  performed: 2026-04-10\n}',
    good: 'review MR-2026 "Management review" {\n  held: 2026-05-04\n  inputs: audit-results, objectives\n}\naudit IA-2026-1 "Internal audit" {\n  performed: 2026-04-10\n}',
  },
  on: ['Review'],
  damagedToo: true,
  check(review, { report, get }) {
    const held = dateOf(review.held);
    const input = review.inputs.find(({ value }) => value === 'audit-results');
    if (!held || !input) return;
    const first = get(firstAudit);
    if (first === undefined || (first && first <= held) || held !== get(lastReview)) return;
    report({
      at: input,
      message: first
        ? saying(
            '{0} of {1} considered audit results, but the first internal audit was performed on {2}; correct a date, or leave the input out.',
            labelled(review),
            held,
            first,
          )
        : saying(
            '{0} of {1} considered audit results, but no internal audit was performed; correct a date, or leave the input out.',
            labelled(review),
            held,
          ),
    });
  },
});
