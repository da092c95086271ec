import { dateOf } from '../../analysis/deadline.ts';
import { type AnyNode, type Declaration, type Declarations, label, type Ref } from '../../model/declaration.ts';
import { findTrait, type Given, hasCome } from '../../model/traits.ts';
import { type RuleContext, rule } from '../rule.ts';
import { firstOf, shortLabel } from '../wording.ts';

const owners = findTrait(({ owner }) => owner !== undefined);

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
  on: ['Person', ...owners.kinds.filter(kind => kind !== 'Person')],
  damagedToo: true,
  check(declaration, context) {
    if (declaration.$type === 'Person') checkOwn(declaration, context);
    else if (context.usesOthers) checkShared(declaration, context);
  },
});

function checkOwn(person: Declarations['Person'], { report, users, asOf }: RuleContext): void {
  const [name] = person.names;
  const left = dateOf(person.left);
  if (!name || !left || left > asOf) return;
  const isOwned = ({ value, node, property }: Given): boolean =>
    'name' in value && value.name === name.value && !property.owner?.until.some(end => hasCome(node, end));
  const things = owners.kinds.flatMap(kind =>
    users(name.value, 'Person', kind).flatMap(declaration =>
      owners
        .in(declaration)
        .filter(isOwned)
        .map(({ node }) => ({ declaration, node })),
    ),
  );
  if (!things.length) return;
  report({
    at: name,
    message: `${name.value} left on ${left} but still owns ${firstOf(
      things.map(({ declaration, node }) => nameOf(declaration, node)),
      3,
    )}; give ${things.length > 1 ? 'them' : 'it'} a new owner.`,
    related: things.slice(0, 10).map(({ declaration, node }) => ({
      declaration,
      name: node.names?.[0]?.value,
      message: `${nameOf(declaration, node)} is owned by ${name.value}`,
    })),
  });
}

/** A person of another ISMS does not know what is owned here: what is owned is told here. */
function checkShared(declaration: Declaration, context: RuleContext): void {
  for (const { value, node, property } of owners.in(declaration)) {
    if (!('name' in value) || property.owner?.until.some(end => hasCome(node, end))) continue;
    const owner = value as Ref;
    const person = context.resolve(owner)?.declaration;
    const origin = person && context.origin(person);
    const left = person?.$type === 'Person' ? dateOf(person.left) : undefined;
    if (origin === undefined || !person || !left || left > context.asOf) continue;
    context.report({
      at: owner,
      message: `${owner.name} of ${origin} left on ${left} but still owns ${nameOf(declaration, node)}; give it a new owner.`,
      related: [{ declaration: person, name: owner.name, message: `${owner.name} left on ${left}` }],
    });
  }
}

/** What a thing is called; a block without name and title by what it stands in. */
const nameOf = (declaration: Declaration, node: AnyNode): string =>
  node.names?.length || node.title ? label(node) : shortLabel(declaration);
