import { dateOf } from '../../analysis/deadline.ts';
import { type Declaration, type Kind, label, type Ref } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { firstOf } from '../wording.ts';

/** What needs an owner as long as it exists. */
const owned: readonly Kind[] = [
  'Isms',
  'Asset',
  'Risk',
  'Control',
  'PolicyDocument',
  'Evidence',
  'Supplier',
  'Objective',
  'Metric',
  'Exception',
  'Programme',
  'Location',
  'Finding',
];

export default rule({
  code: 'person/left-but-owns',
  severity: 'warning',
  clause: '5.3',
  summary: 'Somebody who has left still owns something.',
  why: 'What a leaver owned is owned by nobody. Risks are not reviewed and actions not carried out, and it is found when they are overdue.',
  remedy:
    'Give the assets, risks, controls and documents of the leaver a new owner, or let roles own them instead of persons.',
  example: {
    bad: 'person JaneDoe "Jane Doe" {\n  left: 2026-04-30\n}\nasset CustomerDb "Customer database" {\n  owner: JaneDoe\n}',
    good: 'person JaneDoe "Jane Doe" {\n  left: 2026-04-30\n}\nrole Dba "Database administrator"\nasset CustomerDb "Customer database" {\n  owner: Dba\n}',
    asOf: '2026-06-01',
  },
  on: ['Person'],
  damagedToo: true,
  check(person, { report, users, asOf }) {
    const [name] = person.names;
    const left = dateOf(person.left);
    if (!name || !left || left > asOf) return;
    const things = owned.flatMap(kind => users(name.value, 'Person', kind).filter(thing => isOwned(thing, name.value)));
    if (!things.length) return;
    report({
      at: name,
      message: `${name.value} left on ${left} but still owns ${firstOf(things.map(label), 3)}; give ${things.length > 1 ? 'them' : 'it'} a new owner.`,
      related: things
        .slice(0, 10)
        .map(thing => ({ declaration: thing, message: `${label(thing)} is owned by ${name.value}` })),
    });
  },
});

function isOwned(thing: Declaration, person: string): boolean {
  if (thing.$type === 'Finding' && thing.closed) return false;
  return 'owner' in thing && (thing.owner as Ref | undefined)?.name === person;
}
