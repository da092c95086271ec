import { label } from '../model/declaration.ts';
import { acceptingTypes } from '../model/reference-types.ts';
import { say } from '../wording/wording.ts';
import type { FileEdit } from '../workspace/block-edits.ts';
import { locationOf, nameElsewhere, type Occurrence, occurrencesOf } from '../workspace/occurrences.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { kindSaid } from './kinds.ts';
import { editsOf, isRefusal, type Refusal, type Replacement } from './refactoring.ts';

/** What an ISMS is called in messages: its name. */
export function ismsName(unit: IsmsUnit): string {
  const { isms } = unit.view();
  return isms ? label(isms) : '';
}

/** What is replaced in an ISMS. */
export interface Part {
  readonly unit: IsmsUnit;
  readonly replacements: readonly Replacement[];
}

/** The edits of several ISMSs, to be made all or none. */
export function editsOfAll(parts: readonly Part[]): FileEdit[] | Refusal {
  const all: FileEdit[] = [];
  for (const { unit, replacements } of parts) {
    const edits = editsOf(unit, replacements);
    if (isRefusal(edits)) return edits;
    all.push(...edits);
  }
  return all;
}

/** The places in an ISMS that uses another one where a name means something of this type that the other one declares. */
export const placesIn = (user: IsmsUnit, owner: IsmsUnit, name: string, type: string) => {
  const symbol = nameElsewhere(user, owner, name, [type]);
  return symbol ? occurrencesOf({ symbol, types: new Set([type]) }, false) : [];
};

/** Why references in an ISMS that uses another one cannot follow a new name there: it means something else. */
export function takenIn(user: IsmsUnit, owner: IsmsUnit, name: string, type: string): Refusal | undefined {
  const accepting = acceptingTypes(type);
  const [taken] = [...(user.isms.symbols.get(name)?.definitions ?? []), ...user.isms.sharedUnder(name)].filter(
    other => (acceptingTypes(other.type) & accepting) !== 0 && !owner.isms.files.has(other.block.file.uri),
  );
  return (
    taken && {
      refusal: say(
        'The ISMS {0} uses this one, and {1} is {2} there already. Choose another name.',
        ismsName(user),
        name,
        kindSaid(taken.type),
      ),
      at: locationOf({ block: taken.block, span: taken.definition }),
    }
  );
}

/** Why something of an ISMS that another one uses should not get a new name: there it is referred to, means nothing, and would be found. */
export function foundIn(user: IsmsUnit, name: string, type: string): Refusal | undefined {
  const symbol = user.isms.symbols.get(name);
  if (!symbol || user.isms.declared(name, type).length) return undefined;
  const [place] = occurrencesOf({ symbol, types: new Set([type]) }, false);
  return place && refusedAsReferredTo(name, place);
}

/** A name that would be found where it means nothing now. */
export const refusedAsReferredTo = (name: string, place: Occurrence): Refusal => ({
  refusal: say(
    '{0} is referred to here and declared nowhere; afterwards it would mean something else. Correct or remove it first.',
    name,
  ),
  at: locationOf(place),
});
