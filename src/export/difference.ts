/** Compares two states of an ISMS, and writes what differs in any format. */

import type { Comparison, State } from '../diff/difference.ts';
import type { Place } from '../documents/blocks.ts';
import type { WriteOptions } from '../formats/shared/format.ts';
import { calledOf, topTypes } from '../language/schema.ts';
import type { Kind } from '../model/declaration.ts';
import { placeOf, readiness } from '../readiness/readiness.ts';
import { languageOf } from '../wording/languages.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { type ExportedFile, writtenAs } from './index.ts';

/** One of two states. */
export interface Side {
  /** How it was asked for, such as `HEAD~1`. */
  readonly name: string;
  readonly workspace: Workspace;
  readonly unit: IsmsUnit;
}

/** What differs. Rejects if a rule of the program failed in either, since what it would find is not known. */
export async function compare(before: Side, after: Side): Promise<Comparison> {
  const { differenceOf } = await import('../diff/difference.ts');
  return differenceOf(stateOf(before), stateOf(after));
}

/** What of a side is compared. */
export const stateOf = ({ name, workspace, unit }: Side): State => ({
  name,
  view: unit.view(),
  readiness: readiness(workspace, unit),
});

/** Where what a comparison names stands in one of its sides; undefined for what is not there. */
export const placesIn =
  ({ unit }: Pick<Side, 'unit'>): PlaceIn =>
  (kind, id) => {
    const type = topTypes.find(({ name }) => calledOf(name) === kind);
    if (!type) return undefined;
    const view = unit.view();
    const found = type.single ? view.all(type.name as Kind)[0] : view.named(id, type.name)[0]?.declaration;
    return placeOf(unit, found);
  };

/** A place by the word for a kind and a name, as a comparison gives them. */
export type PlaceIn = (kind: string, id: string) => Place | undefined;

/**
 * The comparison as a file named `difference`, in the language that documents of its later side speak. Rejects with `UnknownChoiceError` if there
 * is no such format, and where the language cannot be spoken (see `isWordingError`).
 * @param format the id of a format
 * @param after the side whose language is spoken
 * @param placeIn where the names are to lead; nowhere if left out
 */
export async function exportDifference(
  difference: Comparison,
  format: string,
  { workspace, unit }: Pick<Side, 'workspace' | 'unit'>,
  options: WriteOptions = {},
  placeIn?: PlaceIn,
): Promise<ExportedFile> {
  const [{ differenceDocument }, { wording, missing }] = await Promise.all([
    import('./build.ts'),
    languageOf(workspace.language(unit)),
  ]);
  const file = await writtenAs(differenceDocument(difference, placeIn, wording), format, 'difference', options);
  return { ...file, missing };
}
