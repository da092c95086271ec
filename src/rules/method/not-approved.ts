import { dateOf, isPast } from '../../analysis/deadline.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
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
  asks: ['approved', 'by'],
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
        message: saying(
          '{0} is not approved; add `approved:` with date and approver once it is given.',
          shortLabel(method),
        ),
      });
    } else if (!approved.by.length) {
      context.report({
        at: approved.on,
        message: saying(
          'The approval of {0} does not say who gave it; add `by` and the role that did.',
          shortLabel(method),
        ),
      });
    } else if ((dateOf(approved.on) ?? '') > context.asOf) {
      context.report({
        at: approved.on,
        message: saying(
          'The approval of {0} is dated {1}, after {2}; correct the date or wait for the approval.',
          shortLabel(method),
          approved.on.value,
          context.asOf,
        ),
      });
    } else if (approved.until && isPast(approved.until, context.asOf)) {
      context.report({
        at: approved.until,
        message: saying(
          'The approval of {0} ended on {1}; have it approved again.',
          shortLabel(method),
          approved.until.value,
        ),
      });
    }
  },
});
