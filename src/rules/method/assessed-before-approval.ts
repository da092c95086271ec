import { dateOf } from '../../analysis/deadline.ts';
import { assessmentDates } from '../../analysis/method.ts';
import { rule } from '../rule.ts';
import { firstOf, shortLabel } from '../wording.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/assessed-before-approval',
  severity: 'info',
  clause: '6.1.2 a, b, 8.2',
  summary: 'Risks were assessed before the method was approved.',
  why: 'Criteria come before the ratings. After a change of the method, ratings by the old one are not comparable with those by the new one.',
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
    const earlier = context
      .collect(assessmentDates)
      .flatMap(({ risk, assessed }) => (assessed < approved ? [risk] : []));
    if (!earlier.length) return;
    const [only] = earlier;
    context.report({
      at: on,
      message: `${earlier.length > 1 ? `${firstOf(earlier, 3)} were` : `${only} was`} assessed before ${shortLabel(method)} was approved on ${approved}; assess ${earlier.length > 1 ? 'them' : 'it'} again.`,
    });
  },
});
