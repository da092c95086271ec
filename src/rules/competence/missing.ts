import { isInternal } from '../../analysis/audit-coverage.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { isThere } from '../../analysis/holders.ts';
import { type Declarations, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'competence/missing',
  severity: 'warning',
  clause: '7.2 a, d',
  summary: 'An internal auditor, or whoever runs the ISMS, has no recorded competence.',
  why: 'The certification body asks for the competence of two people at least: of those who audit, since its own audit builds on theirs, and of the one who runs the ISMS.',
  remedy: 'Declare a `competence` of the person with its `evidence:`: training, education or experience.',
  example: {
    bad: 'person Ben "Ben" {}\nperson Ann "Ann" {}\naudit IA-1 "Internal audit" {\n  auditors: Ben\n}\ncompetence SecureCoding "Secure coding" {\n  person: Ann\n}',
    good: 'person Ben "Ben" {}\naudit IA-1 "Internal audit" {\n  auditors: Ben\n}\ncompetence LeadAuditor "Lead auditor" {\n  person: Ben\n}',
  },
  on: ['Person'],
  check(person, context) {
    // That there is no competence at all is told as missing documented information.
    if (!context.names('Competence').length || !isThere(holderOf(person), context.asOf)) return;
    const names = actorNames(person);
    const isRecorded = names.some(([name, type]) =>
      context.users(name, type, 'Competence').some(found => type === 'Person' || !found.person),
    );
    if (isRecorded) return;
    const owner = context.isms?.owner?.name;
    const audits = names.flatMap(([name, type]) =>
      context.users(name, type, 'Audit').filter(found => found.auditors.some(auditor => auditor.name === name)),
    );
    // An auditor of the certification body must not audit here at all, which is told as such.
    const isOutsider = audits.some(({ kind }) => kind?.value === 'external');
    const audit = isOutsider ? undefined : audits.find(isInternal);
    if (!audit && !names.some(([name]) => name === owner)) return;
    context.report({
      at: nameSpan(person),
      message: audit
        ? saying(
            'No competence is recorded for {0}, who audits in {1}; declare a `competence` with its evidence.',
            labelled(person),
            labelled(audit),
          )
        : saying(
            'No competence is recorded for {0}, who runs the ISMS; declare a `competence` with its evidence.',
            labelled(person),
          ),
      ...(audit ? { related: [{ declaration: audit, message: saying('{0} audits here', labelled(person)) }] } : {}),
    });
  },
});

type Person = Declarations['Person'];

const holderOf = ({ names: [name], left }: Person) => ({ person: name?.value ?? '', roles: [], left: dateOf(left) });

/** By which names a person acts: the own one and those of the roles. */
const actorNames = (person: Person): (readonly [string, 'Person' | 'Role'])[] => [
  ...person.names.map(({ value }) => [value, 'Person'] as const),
  ...person.roles.map(({ name }) => [name, 'Role'] as const),
];
