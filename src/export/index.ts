/** Exports: any artefact in any format. */
import type { Artefact, Parameters, Subject } from '../documents/artefact.ts';
import { artefacts } from '../documents/generated/registry.ts';
import { formats } from '../formats/generated/registry.ts';
import type { FormatInfo, WriteOptions } from '../formats/shared/format.ts';
import type { Piece } from '../formats/shared/pieces.ts';
import { label } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { readiness } from '../readiness/readiness.ts';
import { relativePath } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';

export { artefacts } from '../documents/generated/registry.ts';
export { formats } from '../formats/generated/registry.ts';
export { isTooLong } from '../formats/shared/format.ts';
export { joined, type Piece } from '../formats/shared/pieces.ts';

/** What is to be written. */
export interface ExportRequest {
  readonly artefact: string;
  readonly format: string;
  readonly parameters?: Parameters;
  readonly options?: WriteOptions;
}

export interface ExportedFile {
  /** A name for the file, without a folder, such as `AcmeCloudIsms-soa.xlsx`. */
  readonly fileName: string;
  readonly format: FormatInfo;
  /** The file in its order; to be gone through once. Fails if the document is too long for the format (see `isTooLong`). */
  readonly pieces: AsyncIterable<Piece>;
}

/**
 * Writes an artefact of an ISMS as it is when the document is built, which is before the promise resolves: what changes
 * afterwards makes no difference. The same ISMS gives the same bytes. Rejects with `RangeError` if there is no such artefact,
 * format or parameter; the message names those there are.
 */
export async function exportArtefact(
  workspace: Workspace,
  unit: IsmsUnit,
  { artefact: artefactId, format: formatId, parameters = {}, options = {} }: ExportRequest,
): Promise<ExportedFile> {
  const artefact = oneOf(artefacts, artefactId, 'artefact');
  const format = oneOf(formats, formatId, 'format');
  refuseUnknown(artefact, parameters);
  const [{ format: writer }, { readProse }] = await Promise.all([format.load(), import('../documents/prose.ts')]);
  const document = artefact.build(subjectOf(workspace, unit, readProse), parameters);
  return {
    fileName: `${fileStem(unit.view(), artefact, parameters)}.${format.extension}`,
    format,
    pieces: asynchronous(writer.write(document, { nameOf: nameBelow(unit.root), ...options })),
  };
}

/** What the documents of an ISMS are made from. */
export const subjectOf = (workspace: Workspace, unit: IsmsUnit, prose: Subject['prose']): Subject => ({
  view: unit.view(),
  root: unit.root,
  readiness: stage => readiness(workspace, unit, stage),
  prose,
});

/** A place by its path below the folder of the ISMS, so that a document does not depend on where that lies. */
const nameBelow =
  (root: string): NonNullable<WriteOptions['nameOf']> =>
  ({ uri, range }) =>
    `${relativePath(uri, root)}:${range.start.line + 1}:${range.start.character + 1}`;

async function* asynchronous(pieces: Iterable<Piece> | AsyncIterable<Piece>): AsyncGenerator<Piece> {
  yield* pieces;
}

function refuseUnknown(artefact: Artefact, parameters: Parameters): void {
  for (const [id, value] of Object.entries(parameters)) {
    const { values } = oneOf(artefact.parameters, id, `parameter of ${artefact.id}`);
    if (values.includes(value)) continue;
    throw new RangeError(`There is no ${id} “${value}”. Use one of: ${values.join(', ')}.`);
  }
}

function oneOf<T extends { readonly id: string }>(candidates: readonly T[], id: string, what: string): T {
  const found = candidates.find(candidate => candidate.id === id);
  if (found) return found;
  const known = candidates.map(candidate => candidate.id).join(', ');
  throw new RangeError(`There is no ${what} “${id}”. ${known ? `Use one of: ${known}.` : 'It has none.'}`);
}

/**
 * The name of the ISMS, the artefact and what was chosen: the language's names are file names everywhere, but for the dot or dash that an
 * unfinished one ends with.
 */
function fileStem({ isms }: IsmsView, { id }: Artefact, parameters: Parameters): string {
  const name = isms?.names.length ? label(isms).replace(/[.-]$/, '') : 'isms';
  return [name, id, ...Object.entries(parameters).map(([key, value]) => `${key}-${value}`)].join('-');
}
