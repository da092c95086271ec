import { dateOf } from '../../analysis/deadline.ts';
import type { AnyNode, Declaration, Declarations, Ref } from '../../model/declaration.ts';
import { findTrait, type Given, hasCome } from '../../model/traits.ts';
import { firstOfSaying, type SayingValue, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled, shortLabel } from '../wording.ts';

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
    message: saying(
      things.length > 1
        ? '{0} left on {1} but still owns {2}; give them a new owner.'
        : '{0} left on {1} but still owns {2}; give it a new owner.',
      name.value,
      left,
      firstOfSaying(
        things.map(({ declaration, node }) => nameOf(declaration, node)),
        3,
      ),
    ),
    related: things.slice(0, 10).map(({ declaration, node }) => ({
      declaration,
      name: node.names?.[0]?.value,
      message: saying('{0} is owned by {1}', nameOf(declaration, node), name.value),
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
      message: saying(
        '{0} of {1} left on {2} but still owns {3}; give it a new owner.',
        owner.name,
        origin,
        left,
        nameOf(declaration, node),
      ),
      related: [{ declaration: person, name: owner.name, message: saying('{0} left on {1}', owner.name, left) }],
    });
  }
}

/** What a thing is called; a block without name and title by what it stands in. */
const nameOf = (declaration: Declaration, node: AnyNode): SayingValue =>
  node.names?.length || node.title ? labelled(node) : shortLabel(declaration);
