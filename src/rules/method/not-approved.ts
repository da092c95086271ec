import { dateOf, isPast } from '../../analysis/deadline.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/not-approved',
  severity: 'warning',
  clause: '7.5.2 c',
  summary: 'The method is not approved, or its approval has ended.',
  why: 'Which risks are acceptable is for management to decide. Without approval the criteria are those of whoever wrote them down.',
  remedy: 'Have top management approve the method, then record it: `approved: 2026-01-22 by Ceo`.',
  example: {
    bad: 'method "Ours" {\n  appetite: low\n}',
    good: 'method "Ours" {\n  appetite: low\n  approved: 2026-01-22 by Ceo\n}\nrole Ceo "Chief executive officer" { top-management }',
    asOf: '2026-06-01',
  },
  on: ['Method'],
  check(method, context) {
    if (isSecond(context, method)) return;
    const { approved } = method;
    if (!approved?.on) {
      context.report({
        at: keySpan(method, 'approved') ?? nameSpan(method),
        message: `${shortLabel(method)} is not approved; add \`approved:\` with date and approver once it is given.`,
      });
    } else if (!approved.by.length) {
      context.report({
        at: approved.on,
        message: `The approval of ${shortLabel(method)} does not say who gave it; add \`by\` and the role that did.`,
      });
    } else if ((dateOf(approved.on) ?? '') > context.asOf) {
      context.report({
        at: approved.on,
        message: `The approval of ${shortLabel(method)} is dated ${approved.on.value}, after ${context.asOf}; correct the date or wait for the approval.`,
      });
    } else if (approved.until && isPast(approved.until, context.asOf)) {
      context.report({
        at: approved.until,
        message: `The approval of ${shortLabel(method)} ended on ${approved.until.value}; have it approved again.`,
      });
    }
  },
});
