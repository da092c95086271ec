import { dateOf } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'change/unapproved',
  severity: 'warning',
  clause: 'A.8.32',
  summary: 'A change is under way or done, but nobody approved it, or the approval has ended.',
  why: 'Changes of the ISMS and of what it protects are carried out in a planned manner. Approval is where somebody looked at the risk first.',
  remedy: 'Add `approved:` with date and approver; take the change back if it is refused.',
  asks: ['approved'],
  example: {
    bad: 'change NewRegion "Move to another region" {\n  status: in-progress\n}',
    good: 'role Cto "Chief technology officer"\nchange NewRegion "Move to another region" {\n  status: in-progress\n  approved: 2026-03-26 by Cto\n}',
  },
  on: ['Change'],
  check(change, { report, asOf }) {
    const { status } = change;
    if (status?.value !== 'in-progress' && status?.value !== 'done') return;
    const { approved } = change;
    if (approved) {
      const until = dateOf(approved.until);
      // A change that is done was carried out when it was planned, as far as is known.
      const used = status.value === 'done' ? dateOf(change.planned) : asOf;
      if (approved.until && until && used && until < used) {
        report({
          at: approved.until,
          message: saying('The approval of {0} ended on {1}; have it approved again.', labelled(change), until),
        });
        return;
      }
      if (!approved.on || approved.by.length) return;
      report({
        at: approved.on,
        message: saying(
          'The approval of {0} does not say who gave it; add `by` and the role that did.',
          labelled(change),
        ),
      });
      return;
    }
    report({
      at: status,
      message: saying(
        status.value === 'done'
          ? '{0} is done without approval; add `approved:` with date and approver.'
          : '{0} is under way without approval; add `approved:` with date and approver.',
        labelled(change),
      ),
    });
  },
});
