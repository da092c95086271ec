/** Exports: any artefact in any format. */
import { label } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { Artefact } from './artefacts/artefact.ts';
import { artefactList } from './artefacts/index.ts';
import { type Format, formats } from './formats/index.ts';

/** An artefact with the formats that it can be written in. */
export interface ExportableArtefact extends Artefact {
  readonly formats: readonly Format[];
}

export interface ExportedFile {
  /** A name for the file, without a folder, such as `AcmeCloudIsms-soa.xlsx`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Everything that can be exported, the order in which it is offered. */
export const artefacts: readonly ExportableArtefact[] = artefactList.map(artefact => ({ ...artefact, formats }));

/**
 * Writes an artefact of an ISMS. The same ISMS gives the same bytes.
 * @throws RangeError if there is no such artefact or format; the message names those there are
 */
export async function exportArtefact(view: IsmsView, artefactId: string, formatId: string): Promise<ExportedFile> {
  const artefact = oneOf(artefacts, artefactId, 'artefact');
  const format = oneOf(artefact.formats, formatId, 'format');
  return {
    fileName: `${fileStem(view)}-${artefact.id}.${format.extension}`,
    bytes: await format.write(artefact.build(view)),
    mediaType: format.mediaType,
  };
}

function oneOf<T extends { readonly id: string }>(candidates: readonly T[], id: string, what: string): T {
  const found = candidates.find(candidate => candidate.id === id);
  if (found) return found;
  throw new RangeError(
    `There is no ${what} “${id}”. Use one of: ${candidates.map(candidate => candidate.id).join(', ')}.`,
  );
}

/** The name of the ISMS: the language's names are file names everywhere, but for the dot or dash that an unfinished one ends with. */
const fileStem = ({ isms }: IsmsView): string => (isms?.names.length ? label(isms).replace(/[.-]$/, '') : 'isms');
