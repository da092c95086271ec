/** Compares two states of an ISMS, and writes what differs in any format. */

import type { Difference } from '../diff/data.ts';
import { differenceOf, type State } from '../diff/difference.ts';
import type { WriteOptions } from '../formats/shared/format.ts';
import { readiness } from '../readiness/readiness.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { type ExportedFile, writtenAs } from './index.ts';

/** One of two states. */
export interface Side {
  /** How it was asked for, such as `HEAD~1`. */
  readonly name: string;
  readonly workspace: Workspace;
  readonly unit: IsmsUnit;
}

/** What differs. Throws if a rule of the program failed in either, since what it would find is not known. */
export const compare = (before: Side, after: Side): Difference => differenceOf(stateOf(before), stateOf(after));

const stateOf = ({ name, workspace, unit }: Side): State => ({
  name,
  view: unit.view(),
  readiness: readiness(workspace, unit),
});

/**
 * The comparison as a file named `difference`. Rejects with `UnknownChoiceError` if there is no such format.
 * @param format the id of a format
 */
export async function exportDifference(
  difference: Difference,
  format: string,
  options: WriteOptions = {},
): Promise<ExportedFile> {
  const { differenceDocument } = await import('../diff/document.ts');
  return writtenAs(differenceDocument(difference), format, 'difference', options);
}
