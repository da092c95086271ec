import { label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'change/unapproved',
  severity: 'warning',
  clause: 'A.8.32',
  summary: 'A change is under way or done, but nobody approved it.',
  why: 'Changes of the ISMS and of what it protects are carried out in a planned manner. Approval is where somebody looked at the risk first.',
  remedy: 'Add `approved:` with date and approver; take the change back if it is refused.',
  example: {
    bad: 'change NewRegion "Move to another region" {\n  status: in-progress\n}',
    good: 'role Cto "Chief technology officer"\nchange NewRegion "Move to another region" {\n  status: in-progress\n  approved: 2026-03-26 by Cto\n}',
  },
  on: ['Change'],
  check(change, { report }) {
    const { status } = change;
    if (status?.value !== 'in-progress' && status?.value !== 'done') return;
    const { approved } = change;
    if (approved) {
      if (!approved.on || approved.by.length) return;
      report({
        at: approved.on,
        message: `The approval of ${label(change)} does not say who gave it; add \`by\` and the role that did.`,
      });
      return;
    }
    report({
      at: status,
      message: `${label(change)} is ${status.value === 'done' ? 'done' : 'under way'} without approval; add \`approved:\` with date and approver.`,
    });
  },
});
