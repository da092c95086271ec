import { dateOf, dueAfter } from '../../analysis/deadline.ts';
import { horizonMonths } from '../../analysis/horizon.ts';
import { nextDocumentReview, nextStatementReview } from '../../analysis/next-dates.ts';
import { type Declarations, type Isms, keySpan } from '../../model/declaration.ts';
import { openDate } from '../../model/placeholder.ts';
import { say, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'document/review-overdue',
  severity: 'warning',
  clause: 'A.5.1',
  summary: 'A document, or the Statement of Applicability, should have been reviewed.',
  why: 'Policies are reviewed at planned intervals. The Statement of Applicability is as old as its approval in the `isms` block, and its `review:` says how old it may get; without one it is due after three years, when the certificate is renewed. A date of review in the past is what auditors find most easily.',
  remedy:
    'Review the document, then set `reviewed:`, or `approved:` if it was changed and approved again. The Statement of Applicability is reviewed and approved anew.',
  asks: ['reviewed'],
  example: {
    bad: 'document AccessPolicy "Access policy" {\n  kind: policy\n  approved: 2025-01-10\n  review: every 12 months\n}',
    good: 'document AccessPolicy "Access policy" {\n  kind: policy\n  approved: 2025-01-10\n  review: every 12 months\n  reviewed: 2026-01-08\n}',
    asOf: '2026-06-01',
  },
  on: ['PolicyDocument', 'Isms'],
  damagedToo: true,
  check(declaration, context) {
    if (declaration.$type === 'Isms') checkSoa(declaration, context);
    else checkDocument(declaration, context);
  },
  fix({ declaration, data }) {
    if (declaration.$type !== 'PolicyDocument' || data !== 'review') return [];
    const { reviewed } = declaration;
    if (!reviewed) return [];
    const { start, end } = reviewed;
    const title = say('Note another review, with the date to be filled in');
    return [{ title, edits: [{ declaration, start, end, text: openDate }], decides: true }];
  },
});

function checkDocument(document: Declarations['PolicyDocument'], context: RuleContext): void {
  const { report, asOf } = context;
  const until = document.approved?.until;
  const ended = dateOf(until);
  if (until && ended && ended < asOf) {
    report({
      at: until,
      message: saying(
        'The approval of {0} ended on {1}; review it and have it approved again.',
        labelled(document),
        ended,
      ),
    });
    return;
  }
  const due = nextDocumentReview(context, document);
  if (!due || due >= asOf) return;
  const at = keySpan(document, 'review') ?? document.reviewed ?? document.approved?.on;
  if (!at) return;
  report({
    at,
    message: saying('The review of {0} was due on {1}; review it and set `reviewed:`.', labelled(document), due),
    data: 'review',
  });
}

/** The Statement of Applicability is no document of its own here: the `isms` block says when it was approved. */
function checkSoa(isms: Isms, { report, asOf }: RuleContext): void {
  const { approved } = isms;
  const until = dateOf(approved?.until);
  // Without an interval it is looked at again with the certificate, at the latest.
  const due = nextStatementReview(isms) ?? dueAfter(dateOf(approved?.on), { count: horizonMonths, unit: 'months' });
  const at = approved?.until ?? keySpan(isms, 'review') ?? approved?.on;
  if (!at || !due || due >= asOf) return;
  report({
    at,
    message: saying(
      until
        ? 'The approval of the Statement of Applicability ended on {0}; review it and have it approved anew.'
        : 'The review of the Statement of Applicability was due on {0}; review it and have it approved anew.',
      due,
    ),
  });
}
