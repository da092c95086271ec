/** Hands over what somebody owns, such as a leaver, to a successor: the duties that are still open. */
import { allHolders, isThere } from '../analysis/holders.ts';
import { type Block, compareBlocks, type Sym } from '../incremental/block.ts';
import { found } from '../incremental/lookup.ts';
import { nearest } from '../language/nearest.ts';
import { nodeTypes } from '../language/schema.ts';
import type { Ref } from '../model/declaration.ts';
import { mayBeShared, targetsOf } from '../model/reference-types.ts';
import { findTrait, hasCome } from '../model/traits.ts';
import { say } from '../wording/wording.ts';
import { locationOf, nameElsewhere } from '../workspace/occurrences.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { damageAround, damageIn } from './damage.ts';
import { kindSaid } from './kinds.ts';
import { isRefusal, type Kept, nothing, type Outcome, type Refusal, type Replacement } from './refactoring.ts';
import { editsOfAll, ismsName, type Part } from './users.ts';

const owned = findTrait(property => property.owner !== undefined);

/** The types of references by which an owner is named. */
const ownerTypes: ReadonlySet<string> = new Set(
  Object.values(nodeTypes).flatMap(({ properties }) =>
    properties.flatMap(({ owner, values }) =>
      owner ? values.flatMap(value => (value.form === 'reference' ? [value.type] : [])) : [],
    ),
  ),
);

/** A duty of somebody: the reference by which a declaration names its owner, and whether the duty goes on. */
export interface Duty {
  readonly block: Block;
  readonly ref: Ref;
  readonly isOpen: boolean;
}

/** What somebody is named as the owner of, in the order of the ISMS. What a block of defaults says for all counts once, where it says it. */
export function dutiesOf(symbol: Sym | undefined): Duty[] {
  const blocks = [...(symbol?.users() ?? [])].sort(compareBlocks);
  return blocks.flatMap(block => {
    const { declaration } = block;
    if (!declaration) return [];
    return owned.in(declaration).flatMap(({ node, property, value }) => {
      if (!isRef(value) || value.name !== symbol?.name) return [];
      const isOpen = !property.owner?.until.some(end => hasCome(node, end));
      return [{ block, ref: value, isOpen }];
    });
  });
}

const isRef = (value: object): value is Ref => 'name' in value && 'start' in value;

/**
 * Names a successor as the owner of all that somebody owns and whose duty is still open. What has ended stays with whom it was, and so
 * does whatever happened: approvals, acceptances, who took part. Who holds which role stays as it is: that is to be decided.
 * @param users the ISMSs that use this one: where they mean the same person or role, what is owned there goes over too
 */
export function handOver(unit: IsmsUnit, from: string, to: string, users: readonly IsmsUnit[] = []): Outcome {
  if (from === to)
    return { refusal: say('{0} cannot hand over to {1}. Name somebody else as the successor.', from, to) };
  const symbol = unit.isms.symbols.get(from);
  const duties = dutiesOf(symbol);
  const known = actorOf(unit, from);
  // A name that is declared no more may still own something; one that owns nothing either is a slip.
  if (isRefusal(known) && !(known.isMissing && duties.length)) return known;
  const successor = actorOf(unit, to);
  if (isRefusal(successor)) return successor;
  const view = unit.view();
  const gone = view.get(allHolders).find(({ person }) => person === to);
  if (gone && !isThere(gone, view.asOf)) {
    return {
      refusal: say('{0} left on {1}, so nothing can be handed over to them. Name somebody else.', to, gone.left ?? ''),
    };
  }
  const all = [{ unit, symbol, duties }, ...users.flatMap(user => dutiesIn(user, unit, from))];
  const parts: Part[] = [];
  for (const { unit: at, duties: own } of all) {
    const open = own.filter(({ isOpen }) => isOpen);
    const [first] = open;
    if (at !== unit && first && !isSame(at, unit, to)) {
      return {
        refusal: say(
          'The ISMS {0} uses this one, and {1} means somebody else there, or nobody. Hand over there first.',
          ismsName(at),
          to,
        ),
        at: locationOf({ block: first.block, span: first.ref }),
      };
    }
    const damage =
      damageAround(at, new Set([from])) ??
      damageIn(
        at,
        open.map(({ block }) => block.file.uri),
      );
    if (damage) return damage;
    parts.push({
      unit: at,
      replacements: open.map(({ block, ref }): Replacement => ({ block, start: ref.start, end: ref.end, text: to })),
    });
  }
  const edits = editsOfAll(parts);
  if (isRefusal(edits)) return edits;
  const count = parts.reduce((sum, { replacements }) => sum + replacements.length, 0);
  const title =
    count === 1
      ? say('Hand over to {0} what {1} owns: {2} open duty', to, from, count)
      : say('Hand over to {0} what {1} owns: {2} open duties', to, from, count);
  const kept = all.flatMap(part => keptOf(part.symbol, part.duties));
  return { ...nothing, title, edits, kept, notes: roleNotes(unit, from) };
}

/** What somebody of one ISMS owns in another that uses it; nothing where the name means nobody or somebody else there. */
function dutiesIn(user: IsmsUnit, owner: IsmsUnit, name: string) {
  const symbol = nameElsewhere(user, owner, name, ownerTypes);
  return symbol ? [{ unit: user, symbol, duties: dutiesOf(symbol) }] : [];
}

/** Whether a name means the same person or role in two ISMSs. */
const isSame = (a: IsmsUnit, b: IsmsUnit, name: string): boolean =>
  [...ownerTypes].every(type => a.isms.declared(name, type)[0]?.block === b.isms.declared(name, type)[0]?.block);

/** The name of somebody who can own something; a refusal if it is declared as something else, several times or not at all. */
function actorOf(unit: IsmsUnit, name: string): { readonly name: string } | (Refusal & { readonly isMissing?: true }) {
  const { isms } = unit;
  const symbol = isms.symbols.get(name);
  const own = new Set([...ownerTypes].flatMap(type => found(symbol, type)));
  const actors = own.size ? own : new Set([...ownerTypes].flatMap(type => isms.shared(name, type)));
  if (actors.size === 1) return { name };
  if (actors.size > 1) {
    return {
      refusal: say(
        '{0} is declared {1} times, so it is not clear who is meant. Rename one of them.',
        name,
        actors.size,
      ),
    };
  }
  const other = symbol?.definitions[0];
  if (other)
    return { refusal: say('{0} is {1} and can own nothing. Name a person or role.', name, kindSaid(other.type)) };
  const [meant] = nearest(name, ownersOf(unit));
  const hint = meant === undefined ? say('Name a person or role that is declared.') : say('Did you mean {0}?', meant);
  return { refusal: say('There is no person or role {0}. {1}', name, hint), isMissing: true };
}

/** The names of all who can own something, those too that an ISMS takes from others, in order. */
export function ownersOf({ isms }: IsmsUnit): string[] {
  const targets = [...ownerTypes].flatMap(type => [...targetsOf(type)]);
  const reach = [isms, ...isms.neighbours.list.map(neighbour => neighbour.isms)];
  const names = targets.flatMap(target =>
    reach.flatMap(({ symbols }) =>
      symbols === isms.symbols || mayBeShared(target) ? symbols.names(target).sorted() : [],
    ),
  );
  return [...new Set(names)].sort();
}

/** Where else somebody is named, and why it stays so. */
function keptOf(symbol: Sym | undefined, duties: readonly Duty[]): Kept[] {
  const isDuty = new Map(duties.map(({ ref, isOpen }) => [ref, isOpen]));
  const blocks = [...(symbol?.users() ?? [])].sort(compareBlocks);
  return blocks.flatMap(block =>
    (block.declaration?.$references ?? []).flatMap(ref => {
      if (ref.name !== symbol?.name || isDuty.get(ref)) return [];
      const why = isDuty.has(ref) ? 'it has ended' : 'it is no duty of an owner';
      return [{ ...locationOf({ block, span: ref }), why }];
    }),
  );
}

/** A role does not go over with what is owned: who holds it is decided by those who assign it. */
function roleNotes(unit: IsmsUnit, from: string): string[] {
  const all = unit.view().get(allHolders);
  const roles = all.find(({ person }) => person === from)?.roles ?? [];
  return roles.length
    ? [say('{0} still holds {1}. What these roles own stays with them; decide who holds them.', from, roles.join(', '))]
    : [];
}
