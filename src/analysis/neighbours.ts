/** The other ISMSs that this one uses, and what it takes from them. (4.3 c) */
import { compareNaturally } from '../catalogues/natural-order.ts';
import { nodeTypes, topTypes } from '../language/schema.ts';
import type { Declaration, Declarations, Kind } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { decisionOf } from './control.ts';

/** Whether one of them is not found: then it is not known what it shares. */
export const isNeighbourMissing = (view: IsmsView): boolean =>
  (view.isms?.uses ?? []).some(({ value }) => view.neighbour(value) === 'missing');

/**
 * All of a kind that a name of this ISMS may mean: its own, then what others share, in the order of `uses:`. Of several that have a name
 * the first counts.
 */
export function inReach<K extends Kind>(view: IsmsView, kind: K): readonly Declarations[K][] {
  const own = view.all(kind);
  // Of what an ISMS has one, none counts beside it.
  if (!view.usesOthers || nodeTypes[kind]?.single) return own;
  const names = new Set(own.flatMap(namesOf));
  const shared = view.known(kind).filter(declaration => {
    const theirs = namesOf(declaration);
    const isNews = view.origin(declaration) !== undefined && theirs.some(name => !names.has(name));
    for (const name of theirs) names.add(name);
    return isNews;
  });
  return [...own, ...shared];
}

const namesOf = ({ names }: Declaration): string[] => names.map(({ value }) => value);

/** Something that another ISMS shares and this one relies on. */
export interface Taken {
  readonly declaration: Declaration;
  /** The folder of the other ISMS, as `uses:` says it. */
  readonly origin: string;
}

/**
 * All that this ISMS relies on and others keep, each once: by kind in the order of the grammar, then by name. That is what it refers to; the
 * method that it goes by; the interested parties, since what is asked of it is not less for being written down elsewhere; and the documents
 * that stand for it, because they cover a clause, or a control that it does not exclude.
 */
export function takenFromOthers(view: IsmsView): Taken[] {
  if (!view.usesOthers) return [];
  const taken = new Map<string, Taken>();
  const note = (declaration: Declaration | undefined): void => {
    const origin = declaration && view.origin(declaration);
    if (declaration && origin !== undefined) taken.set(keyOf(declaration, origin), { declaration, origin });
  };
  for (const { name } of topTypes) {
    for (const declaration of view.all(name as Kind)) {
      note(declaration);
      // What others refer to is theirs.
      if (view.origin(declaration) === undefined)
        for (const ref of declaration.$references) note(view.resolve(ref)?.declaration);
    }
  }
  inReach(view, 'Party').forEach(note);
  inReach(view, 'PolicyDocument').filter(standsFor(view)).forEach(note);
  const order = new Map(topTypes.map(({ name }, index) => [name, index]));
  const placeOf = ({ declaration }: Taken): number => order.get(declaration.$type) ?? 0;
  return [...taken.values()].sort(
    (a, b) => placeOf(a) - placeOf(b) || compareNaturally(nameOf(a.declaration), nameOf(b.declaration)),
  );
}

/** Whether a document covers what this ISMS has to have: a clause, or a control that it does not exclude. */
function standsFor(view: IsmsView): (document: Declarations['PolicyDocument']) => boolean {
  const excluded = new Set(
    view.all('Control').flatMap(control => (decisionOf(control) === 'no' ? namesOf(control) : [])),
  );
  return ({ covers }) => covers.some(({ name }) => !excluded.has(name));
}

/** All of a kind that this ISMS has or relies on: its own, then what others keep. Made once for several kinds. */
export function inUse(view: IsmsView): <K extends Kind>(kind: K) => readonly Declarations[K][] {
  const taken = takenFromOthers(view).map(({ declaration }) => declaration);
  return <K extends Kind>(kind: K) => {
    const own = view.all(kind);
    const others = taken.filter(({ $type }) => $type === kind) as Declarations[K][];
    return others.length ? [...own, ...others.filter(declaration => !own.includes(declaration))] : own;
  };
}

const nameOf = ({ names }: Declaration): string => names[0]?.value ?? '';

const keyOf = (declaration: Declaration, origin: string): string =>
  JSON.stringify([declaration.$type, nameOf(declaration), origin]);
