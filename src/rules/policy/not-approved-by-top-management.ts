import { hasTopManagement } from '../../analysis/holders.ts';
import { isTopManagement } from '../../analysis/people.ts';
import { isSecurityPolicy } from '../../analysis/policy.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { listSaying, say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'policy/not-approved-by-top-management',
  severity: 'warning',
  clause: '5.2',
  summary: 'The information security policy is not approved by top management.',
  why: 'The policy is established by top management. One that the security team approved for itself shows missing leadership.',
  remedy: 'Have a role of top management approve it: `approved: 2026-01-10 by Ceo`.',
  asks: ['approved', 'by'],
  example: {
    bad: 'role Ceo "Chief executive officer" { top-management }\nrole Ciso "Security officer"\ndocument SecurityPolicy "Information security policy" {\n  kind: policy\n  covers: 5.2\n  approved: 2026-01-10 by Ciso\n}',
    good: 'role Ceo "Chief executive officer" { top-management }\ndocument SecurityPolicy "Information security policy" {\n  kind: policy\n  covers: 5.2\n  approved: 2026-01-10 by Ceo\n}',
  },
  on: ['PolicyDocument'],
  check(document, context) {
    if (!isSecurityPolicy(document)) return;
    const by = document.approved?.by ?? [];
    const [first] = by;
    const last = by.at(-1);
    if (!document.approved || !first || !last) {
      context.report({
        at: keySpan(document, 'approved') ?? nameSpan(document),
        message: saying(
          '{0} is not approved by top management; add `approved:` with the date and who approved it.',
          labelled(document),
        ),
      });
      return;
    }
    // Where no role is top management, that is told once. An approver who is not declared may be.
    if (!context.get(hasTopManagement) || !by.every(actor => isTopManagement(context, actor) === false)) return;
    const who = by.flatMap(actor => context.resolve(actor) ?? []);
    context.report({
      at: { start: first.start, end: last.end },
      message: saying(
        by.length > 1
          ? '{0} is approved by {1}, who are not top management; have top management approve it.'
          : '{0} is approved by {1}, who is not top management; have top management approve it.',
        labelled(document),
        listSaying(by.map(({ name }) => name)),
      ),
      related: who.map(({ declaration, definition }) => ({
        declaration,
        message: saying('{0} is not marked as top management', definition.name),
      })),
    });
  },
  fix({ declaration, at }, context) {
    if (!declaration.approved?.by.length) return [];
    return context
      .all('Role')
      .filter(role => role.topManagement && role.names.length)
      .slice(0, 3)
      .map(role => ({
        title: say('Name {0} as the approver', role.names[0]?.value ?? ''),
        edits: [{ declaration, start: at.start, end: at.end, text: role.names[0]?.value ?? '' }],
        decides: true,
      }));
  },
});
