/** Exports: any artefact in any format. */
import { withoutEnd } from '../language/text/without-end.ts';
import { label } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { Artefact } from './artefacts/artefact.ts';
import { artefactList } from './artefacts/index.ts';
import { madeNow } from './document.ts';
import { type Format, formats, joined, type Piece } from './formats/index.ts';

export { isTooLong, type Piece, TooLongError } from './formats/index.ts';

/** An artefact with the formats that it can be written in. */
export interface ExportableArtefact extends Artefact {
  readonly formats: readonly Format[];
}

/** What a file is, apart from its content. */
export interface FileDescription {
  /** A name for the file, without a folder, such as `AcmeCloudIsms-soa.xlsx`. */
  readonly fileName: string;
  readonly mediaType: string;
}

export interface StreamedFile extends FileDescription {
  /** The file in its order. To be gone through once, and while it is, the ISMS stays as it is. Fails with `TooLongError`. */
  readonly pieces: AsyncIterable<Piece>;
}

export interface ExportedFile extends FileDescription {
  readonly bytes: Uint8Array;
}

/** Everything that can be exported, the order in which it is offered. */
export const artefacts: readonly ExportableArtefact[] = artefactList.map(artefact => ({ ...artefact, formats }));

/**
 * Writes an artefact of an ISMS, piece by piece. The same ISMS gives the same bytes.
 * @throws RangeError if there is no such artefact or format; the message names those there are
 */
export function exportArtefact(view: IsmsView, artefactId: string, formatId: string): StreamedFile {
  const { artefact, format } = chosen(artefactId, formatId);
  return { ...description(view, artefact, format), pieces: format.write(artefact.build(view)) };
}

/**
 * Writes an artefact of an ISMS as it is at this moment, whole: for an editor, which takes files whole, and in which the ISMS may change
 * before the last piece is written. Rejects with `RangeError` like `exportArtefact` throws it, and with `TooLongError`.
 */
export async function exportWhole(view: IsmsView, artefactId: string, formatId: string): Promise<ExportedFile> {
  const { artefact, format } = chosen(artefactId, formatId);
  const named = description(view, artefact, format);
  return { ...named, bytes: await joined(format.write(madeNow(artefact.build(view)))) };
}

function chosen(artefactId: string, formatId: string): { artefact: ExportableArtefact; format: Format } {
  const artefact = oneOf(artefacts, artefactId, 'artefact');
  return { artefact, format: oneOf(artefact.formats, formatId, 'format') };
}

const description = (view: IsmsView, { id }: Artefact, { extension, mediaType }: Format): FileDescription => ({
  fileName: `${fileStem(view)}-${id}.${extension}`,
  mediaType,
});

function oneOf<T extends { readonly id: string }>(candidates: readonly T[], id: string, what: string): T {
  const found = candidates.find(candidate => candidate.id === id);
  if (found) return found;
  throw new RangeError(
    `There is no ${what} “${id}”. Use one of: ${candidates.map(candidate => candidate.id).join(', ')}.`,
  );
}

/** The name of the ISMS, as a file may be called on every system. */
const fileStem = ({ isms }: IsmsView): string => (isms?.names.length ? portableName(label(isms)) : 'isms');

/** Names that Windows keeps for devices, whatever follows behind a dot. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** In UTF-16 code units, each at most three bytes; file systems take 255 bytes with the ending. */
const longestStem = 70;

/** The language's names hold no separators; they may be those of devices, too long, or end with the dot or dash of an unfinished one. */
function portableName(name: string): string {
  const short = name.slice(0, longestStem).replace(/[\uD800-\uDBFF]$/, '');
  return withoutEnd(short.replace(devices, 'isms-$&'), '.-') || 'isms';
}
