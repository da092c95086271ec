import { dateOf } from '../../analysis/deadline.ts';
import { holders } from '../../analysis/holders.ts';
import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

/** Beyond every date: whoever has not left. */
const later = '9999-12-31';

export default rule({
  code: 'role/unassigned',
  severity: 'warning',
  clause: '5.3',
  summary: 'A role is held by nobody.',
  why: 'Responsibilities that are assigned to a role without a holder are assigned to nobody. It happens most often when somebody leaves.',
  remedy:
    'Name the role in `roles:` of the person who holds it, mark it `external` if it is held outside, or delete it.',
  asks: ['external'],
  example: {
    bad: 'role Ciso "Chief information security officer"\nperson JaneDoe "Jane Doe" {\n  roles: Ciso\n  left: 2026-04-30\n}',
    good: 'role Ciso "Chief information security officer"\nperson JaneDoe "Jane Doe" {\n  roles: Ciso\n}',
    asOf: '2026-06-01',
  },
  on: ['Role', 'Isms'],
  check(declaration, { report, users, asOf, collect, all }) {
    const nobody = collect(holders).length === 0;
    if (declaration.$type === 'Isms') {
      const roles = nobody ? all('Role').filter(role => !role.external) : [];
      if (!roles.length) return;
      report({
        at: nameSpan(declaration),
        message: `Nobody holds ${roles.length > 1 ? `any of the ${roles.length} roles` : 'the only role'} of ${label(declaration)}; declare each \`person\` with the \`roles:\` he or she holds.`,
      });
      return;
    }
    const [name] = declaration.names;
    if (nobody || !name || declaration.external) return;
    const persons = users(name.value, 'Role', 'Person').filter(person =>
      person.roles.some(role => role.name === name.value),
    );
    if (persons.some(({ left }) => (dateOf(left) ?? later) > asOf)) return;
    const last = [...persons].sort((a, b) => ((a.left?.value ?? '') < (b.left?.value ?? '') ? -1 : 1)).at(-1);
    report({
      at: name,
      message: last
        ? `Nobody has held ${name.value} since ${label(last)} left on ${last.left?.value}; name it in \`roles:\` of a successor.`
        : `Nobody holds ${name.value}; name it in \`roles:\` of a person, or mark it \`external\`.`,
      related: last ? [{ declaration: last, message: `${label(last)} left on ${last.left?.value}` }] : [],
    });
  },
});
