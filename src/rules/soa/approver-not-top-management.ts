import { hasTopManagement } from '../../analysis/holders.ts';
import { isTopManagement } from '../../analysis/people.ts';
import type { Found } from '../../model/view.ts';
import { listSaying, say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'soa/approver-not-top-management',
  severity: 'info',
  clause: '7.5.2 c',
  summary: 'The Statement of Applicability is approved by somebody who is not top management.',
  why: 'The standard does not say who approves the Statement of Applicability: a committee or role with a mandate may. But it decides which risks are treated and at what cost, and auditors ask whether the approver may decide that.',
  remedy:
    'If the approver has the mandate, silence this line with where it is written. Else have a role of top management approve it, or mark the approving role with `top-management` if that is what it is.',
  example: {
    bad: 'isms Acme "Acme ISMS" {\n  approved: 2026-03-01 by Ciso\n}\nrole Ciso "Chief information security officer"\nrole Ceo "Chief executive officer" { top-management }',
    good: 'isms Acme "Acme ISMS" {\n  approved: 2026-03-01 by Ceo\n}\nrole Ceo "Chief executive officer" { top-management }',
  },
  on: ['Isms'],
  damagedToo: true,
  check(isms, context) {
    const by = isms.approved?.by ?? [];
    const [first] = by;
    const last = by.at(-1);
    if (!first || !last) return;
    // Where no role is top management, that is told once. An approver who is not declared may be.
    if (!context.get(hasTopManagement) || !by.every(actor => isTopManagement(context, actor) === false)) return;
    const who = by.map(actor => context.resolve(actor)).filter((found): found is Found => found !== undefined);
    context.report({
      at: { start: first.start, end: last.end },
      message: saying(
        by.length > 1
          ? '{0} are not top management; have top management approve, or say in a comment that silences this where the mandate is written.'
          : '{0} is not top management; have top management approve, or say in a comment that silences this where the mandate is written.',
        listSaying(by.map(({ name }) => name)),
      ),
      related: who.map(({ declaration, definition }) => ({
        declaration,
        message: saying('{0} is not marked as top management', definition.name),
      })),
    });
  },
  fix: ({ declaration, at }, context) =>
    context
      .all('Role')
      .filter(role => role.topManagement && role.names.length)
      .slice(0, 3)
      .map(role => ({
        title: say('Name {0} as the approver', role.names[0]?.value ?? ''),
        edits: [{ declaration, start: at.start, end: at.end, text: role.names[0]?.value ?? '' }],
        decides: true,
      })),
});
