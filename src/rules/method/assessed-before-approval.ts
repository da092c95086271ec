import { approvedOn } from '../../analysis/approval.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { acceptanceDates, assessmentDates } from '../../analysis/method.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/assessed-before-approval',
  severity: 'info',
  clause: '6.1.2 b',
  summary: 'Risks were assessed before the method was approved.',
  why: 'Criteria come before the ratings: else each is made by what somebody had in mind. A method that was used before, since a risk was accepted or the Statement of Applicability approved earlier, is only approved anew, as every year; its ratings still hold.',
  remedy: 'Assess the risks again by the approved method and set `assessed:` to the date, also if nothing has changed.',
  example: {
    bad: 'method "Ours" {\n  approved: 2026-01-22 by Ceo\n}\nrole Ceo "Chief executive officer" { top-management }\nrisk R-1 "Loss of the database" {\n  assessed: 2025-11-03\n}',
    good: 'method "Ours" {\n  approved: 2026-01-22 by Ceo\n}\nrole Ceo "Chief executive officer" { top-management }\nrisk R-1 "Loss of the database" {\n  assessed: 2026-02-10\n}',
    asOf: '2026-06-01',
  },
  on: ['Method'],
  check(method, context) {
    const on = method.approved?.on;
    const approved = dateOf(on);
    if (!on || !approved || isSecond(context, method)) return;
    // Approved again, as every year: what was rated by it before still holds.
    if ([...context.collect(acceptanceDates), context.get(approvedOn) ?? approved].some(date => date < approved))
      return;
    const earlier = context
      .collect(assessmentDates)
      .flatMap(({ risk, assessed }) => (assessed < approved ? [risk] : []));
    if (!earlier.length) return;
    context.report({
      at: on,
      message: saying(
        earlier.length > 1
          ? '{0} were assessed before {1} was approved on {2}; assess them again.'
          : '{0} was assessed before {1} was approved on {2}; assess it again.',
        firstOfSaying(earlier, 3),
        shortLabel(method),
        approved,
      ),
    });
  },
});
