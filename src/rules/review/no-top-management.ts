import { hasTopManagement } from '../../analysis/holders.ts';
import { isTopManagement } from '../../analysis/people.ts';
import { keySpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'review/no-top-management',
  severity: 'error',
  clause: '9.3.1',
  summary: 'Top management did not take part in a management review.',
  why: 'It is top management that reviews the ISMS. A meeting of the security team, however good, is no management review.',
  remedy: 'Name in `attendees:` who took part. If nobody of top management did, hold the review again with it.',
  asks: ['attendees'],
  example: {
    bad: 'role Ceo "Chief executive officer" { top-management }\nrole Ciso "Security officer"\nreview MR-2026 "Management review 2026" {\n  held: 2026-03-26\n  attendees: Ciso\n}',
    good: 'role Ceo "Chief executive officer" { top-management }\nrole Ciso "Security officer"\nreview MR-2026 "Management review 2026" {\n  held: 2026-03-26\n  attendees: Ceo, Ciso\n}',
  },
  on: ['Review'],
  check(review, context) {
    const { held, attendees } = review;
    if (!held) return;
    if (!attendees.length) {
      context.report({
        at: keySpan(review, 'attendees') ?? held,
        message: saying(
          '{0} does not say who took part; add `attendees:`, among them top management.',
          labelled(review),
        ),
      });
      return;
    }
    // Where no role is top management, that is told once. An attendee who is not declared may be.
    if (!context.get(hasTopManagement) || !attendees.every(actor => isTopManagement(context, actor) === false)) return;
    context.report({
      at: keySpan(review, 'attendees') ?? held,
      message: saying(
        'Nobody of top management attended {0}; hold it with top management, or complete `attendees:`.',
        labelled(review),
      ),
    });
  },
});
