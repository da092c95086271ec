import { isInternal } from '../../analysis/audit-coverage.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { competenceEnds } from '../../analysis/next-dates.ts';
import { type Declarations, nameSpan } from '../../model/declaration.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'competence/after-audit',
  severity: 'warning',
  moment: 'contradiction',
  clause: '7.2 b, 9.2.2 b',
  summary: 'An internal auditor audited before he or she became competent, or between two times of competence.',
  why: 'Auditors have to be competent on the day of their audit. Certification bodies compare the date of the certificate with those of the audits, and cannot rely on audits that are older.',
  remedy:
    'Record what made the person competent on the day of the audit: earlier training, experience, a former certificate. If there was nothing, have the audit repeated.',
  example: {
    bad: 'person Ben "Ben" {}\naudit IA-1 "Internal audit" {\n  performed: 2026-02-03\n  auditors: Ben\n}\ncompetence LeadAuditor "Lead auditor" {\n  person: Ben\n  acquired: 2026-05-12\n}',
    good: 'person Ben "Ben" {}\naudit IA-1 "Internal audit" {\n  performed: 2026-02-03\n  auditors: Ben\n}\ncompetence LeadAuditor "Lead auditor" {\n  person: Ben\n  acquired: 2025-05-12\n}',
    asOf: '2026-06-01',
  },
  on: ['Person'],
  check(person, context) {
    const competences = competencesOf(person, context);
    // That there is none, or that the only one has ended, is told as such.
    if (!competences.length || competences.some(({ acquired }) => !dateOf(acquired))) return;
    const isHeld = (on: string): boolean =>
      competences.some(found => (dateOf(found.acquired) ?? on) <= on && (competenceEnds(found) ?? on) >= on);
    const later = (on: string) => competences.filter(({ acquired }) => (dateOf(acquired) ?? on) > on);
    const early = auditsOf(person, context).flatMap(audit => {
      const on = dateOf(audit.performed);
      return on && !isHeld(on) && later(on).length ? [{ audit, on }] : [];
    });
    const [first] = early;
    if (!first) return;
    context.report({
      at: nameSpan(person),
      message: saying(
        '{0} audited without a competence that held on the day ({1}); record what made {0} competent then.',
        labelled(person),
        firstOfSaying(
          early.map(({ audit }) => labelled(audit)),
          2,
        ),
      ),
      related: [
        ...early.map(({ audit, on }) => ({ declaration: audit, message: saying('Performed on {0}', on) })),
        ...later(first.on).map(found => ({
          declaration: found,
          message: saying('Acquired on {0}', dateOf(found.acquired) ?? ''),
        })),
      ],
    });
  },
});

type Person = Declarations['Person'];
type Audit = Declarations['Audit'];
type Competence = Declarations['Competence'];

const namesOf = ({ names }: Person): string[] => names.map(({ value }) => value);

/** Those of the person, and those of a role that name nobody. */
const competencesOf = (person: Person, { users }: RuleContext): Competence[] => [
  ...namesOf(person).flatMap(name => users(name, 'Person', 'Competence')),
  ...person.roles.flatMap(({ name }) => users(name, 'Role', 'Competence').filter(found => !found.person)),
];

/** The internal audits of a person, by name or in a role that nobody else holds: else somebody else may have performed them. */
function auditsOf(person: Person, { users }: RuleContext): Audit[] {
  const held = person.roles.filter(({ name }) => users(name, 'Role', 'Person').length === 1);
  const named = (name: string, type: string): Audit[] =>
    users(name, type, 'Audit').filter(audit => isInternal(audit) && audit.auditors.some(each => each.name === name));
  return [
    ...new Set([
      ...namesOf(person).flatMap(name => named(name, 'Person')),
      ...held.flatMap(({ name }) => named(name, 'Role')),
    ]),
  ];
}
