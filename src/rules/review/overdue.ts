import { dateOf, isPast, latest } from '../../analysis/deadline.ts';
import { nextManagementReview } from '../../analysis/next-dates.ts';
import { isNextInTime, isSoon } from '../../analysis/reviews.ts';
import type { Declarations } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'review/overdue',
  severity: 'warning',
  moment: 'stage1',
  clause: '9.3.1',
  summary: 'A management review should have been held, or is planned too late.',
  why: 'Reviews at planned intervals have to take place as planned. Certification auditors expect one each year: without `next:` one is due after 12 months, and with a longer interval after 15 at the latest.',
  remedy: 'Hold the review and set `held:`, or plan the next one with a `review` of its own.',
  asks: ['held'],
  example: {
    bad: 'review MR-2025 "Management review 2025" {\n  held: 2025-03-01\n  next: every 12 months\n}',
    good: 'review MR-2025 "Management review 2025" {\n  held: 2025-03-01\n  next: every 12 months\n}\nreview MR-2026 "Management review 2026" {\n  held: 2026-03-01\n}',
    asOf: '2026-06-01',
  },
  on: ['Review'],
  check(review, context) {
    const { report, all, asOf } = context;
    const { held, planned } = review;
    if (!held) {
      if (!planned) return;
      if (!isPast(planned, asOf)) {
        checkPlan(review, context);
        return;
      }
      report({
        at: planned,
        message: saying(
          '{0} was planned for {1}; hold it and set `held:`, or plan a new date.',
          labelled(review),
          planned.value,
        ),
      });
      return;
    }
    const reviews = all('Review');
    // The next one is planned, or is overdue itself; what has no date, or one years ahead, is no plan.
    if (reviews.some(other => !other.held && other.planned && isSoon(other.planned.value, asOf))) return;
    const on = dateOf(held);
    const due = nextManagementReview(review);
    if (!due || due >= asOf || on !== latest(...reviews.map(other => dateOf(other.held)))) return;
    report({
      at: held,
      message: saying(
        'After {0} the next management review was due on {1}; hold it and declare it as a `review`.',
        labelled(review),
        due,
      ),
    });
  },
});

/** The next review comes too long after the last one. When there was none yet, `review/none` asks for the first. */
function checkPlan(review: Declarations['Review'], { report, all, asOf }: RuleContext): void {
  const { planned } = review;
  const day = dateOf(planned);
  if (!planned || !day) return;
  const reviews = all('Review');
  const last = latest(...reviews.map(({ held }) => dateOf(held)));
  if (!last || isNextInTime(day, last, asOf)) return;
  // Only the next one is judged.
  if (reviews.some(other => !other.held && (dateOf(other.planned) ?? day) < day)) return;
  const held = reviews.find(other => dateOf(other.held) === last);
  const due = held && nextManagementReview(held);
  // Once it is overdue, that is told at the last one.
  if (!due || due < asOf) return;
  report({
    at: planned,
    message: saying(
      '{0} is planned for {1}, but after the last management review the next is due on {2}; plan it earlier.',
      labelled(review),
      day,
      due,
    ),
  });
}
