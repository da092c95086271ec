import { isOpen } from '../../analysis/action.ts';
import { rule } from '../rule.ts';
import { labelled, unassigned } from '../wording.ts';

export default rule({
  code: 'review/decision-unassigned',
  severity: 'warning',
  clause: '9.3.3',
  summary: 'A decision of a management review has no owner or no date.',
  why: 'A decision that nobody carries out by a date is a wish. Its status is the first input of the next review.',
  remedy: 'Add `owner:` and `due:` to the decision.',
  asks: ['owner', 'due'],
  example: {
    bad: 'review MR-2026 "Management review 2026" {\n  held: 2026-03-26\n  decision "Fund a second region"\n}',
    good: 'role Cto "Chief technology officer"\nreview MR-2026 "Management review 2026" {\n  held: 2026-03-26\n  decision "Fund a second region" {\n    owner: Cto\n    due: 2026-12-01\n  }\n}',
  },
  on: ['Review'],
  check(review, { report }) {
    for (const decision of review.decisions) {
      const missing = (['owner', 'due'] as const).filter(key => !decision[key]);
      const at = decision.names[0] ?? decision.title;
      if (!missing.length || !isOpen(decision) || !at) continue;
      report({
        at,
        message: unassigned(decision, labelled(review), missing),
      });
    }
  },
});
