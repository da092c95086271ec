/** The other ISMSs that this one uses, and what it takes from them. (4.3 c) */
import { compareNaturally } from '../catalogues/natural-order.ts';
import { topTypes } from '../language/schema.ts';
import type { Declaration, Kind } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';

/** Whether one of them is not found: then it is not known what it shares. */
export const isNeighbourMissing = (view: IsmsView): boolean =>
  (view.isms?.uses ?? []).some(({ value }) => view.neighbour(value) === 'missing');

/** Something that another ISMS shares and this one refers to, or goes by. */
export interface Taken {
  readonly declaration: Declaration;
  /** The folder of the other ISMS, as `uses:` says it. */
  readonly origin: string;
}

/** All that this ISMS takes from others, each once: by kind in the order of the grammar, then by name. */
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
  const order = new Map(topTypes.map(({ name }, index) => [name, index]));
  const placeOf = ({ declaration }: Taken): number => order.get(declaration.$type) ?? 0;
  return [...taken.values()].sort(
    (a, b) => placeOf(a) - placeOf(b) || compareNaturally(nameOf(a.declaration), nameOf(b.declaration)),
  );
}

const nameOf = ({ names }: Declaration): string => names[0]?.value ?? '';

const keyOf = (declaration: Declaration, origin: string): string =>
  JSON.stringify([declaration.$type, nameOf(declaration), origin]);
