import { dateOf } from '../../analysis/deadline.ts';
import { holders } from '../../analysis/holders.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

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
        message:
          roles.length > 1
            ? saying(
                'Nobody holds any of the {0} roles of {1}; declare each `person` with the `roles:` he or she holds.',
                roles.length,
                labelled(declaration),
              )
            : saying(
                'Nobody holds the only role of {0}; declare each `person` with the `roles:` he or she holds.',
                labelled(declaration),
              ),
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
        ? saying(
            'Nobody has held {0} since {1} left on {2}; name it in `roles:` of a successor.',
            name.value,
            labelled(last),
            last.left?.value ?? '',
          )
        : saying('Nobody holds {0}; name it in `roles:` of a person, or mark it `external`.', name.value),
      related: last
        ? [{ declaration: last, message: saying('{0} left on {1}', labelled(last), last.left?.value ?? '') }]
        : [],
    });
  },
});
