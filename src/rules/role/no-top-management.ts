import { hasTopManagement } from '../../analysis/holders.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'role/no-top-management',
  severity: 'warning',
  clause: '5.1',
  summary: 'No role is marked as top management.',
  why: 'Policy, Statement of Applicability and management review need the approval or presence of those who direct the organisation. Missing leadership is a common reason to fail.',
  remedy:
    'Write `top-management` into the role of those who direct the organisation at the highest level, such as the managing director.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}\nrole Ceo "Chief executive officer"\nrole Ciso "Security officer" { reports-to: Ceo }',
    good: 'isms Acme "Acme ISMS" {}\nrole Ceo "Chief executive officer" { top-management }\nrole Ciso "Security officer" { reports-to: Ceo }',
  },
  on: ['Isms'],
  check(isms, { report, count, get }) {
    if (!count('Role') || get(hasTopManagement)) return;
    report({
      at: nameSpan(isms),
      message: saying('No role is top management; write `top-management` into the role that directs the organisation.'),
    });
  },
  fix: (_target, context) =>
    context
      .all('Role')
      .filter(role => role.names.length && !role.reportsTo && !role.external)
      .slice(0, 3)
      .map(role => ({
        title: say('Mark {0} as top management', role.names[0]?.value ?? ''),
        edits: [insertProperty(role, context.textOf(role), 'top-management')],
        decides: true,
      })),
});
