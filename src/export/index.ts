/** Exports: any artefact in any format. */
import type { Artefact, ArtefactInfo, Parameters, Subject } from '../documents/artefact.ts';
import type { Document } from '../documents/blocks.ts';
import type { StatementHistory } from '../documents/data/_statement-history.ts';
import { artefacts } from '../documents/generated/list.ts';
import { formats } from '../formats/generated/registry.ts';
import type { FormatEntry, FormatInfo, WriteOptions } from '../formats/shared/format.ts';
import type { Piece } from '../formats/shared/pieces.ts';
import { label } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { withoutEnd } from '../model/without-end.ts';
import type { Stage } from '../readiness/line.ts';
import { isReady, readiness } from '../readiness/readiness.ts';
import { languageOf } from '../wording/languages.ts';
import { refusing } from '../wording/said-error.ts';
import { firstOfSaying, type SayingValue, saying } from '../wording/wording.ts';
import { relativePath } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { brandingOf } from './branding.ts';
import { UnknownChoiceError } from './unknown-choice.ts';

export { artefacts } from '../documents/generated/list.ts';
export { isNothingToSay } from '../documents/oscal/nothing-to-say.ts';
export { formats } from '../formats/generated/registry.ts';
export { isTooLong, isUnusableTemplate, TooLongError } from '../formats/shared/format.ts';
export { joined, type Piece } from '../formats/shared/pieces.ts';
export { isWordingError } from '../wording/languages.ts';
export { isUnusableLogo } from './branding.ts';
export { isUnknownChoice, UnknownChoiceError } from './unknown-choice.ts';

/** What is to be written. */
export interface ExportRequest {
  readonly artefact: string;
  readonly format: string;
  readonly parameters?: Parameters;
  /** The language; that of the settings or the configuration if left out. */
  readonly language?: string | undefined;
  readonly options?: WriteOptions;
  /** What changed before, where the Statement of Applicability is to say it; see statement-history.ts. */
  readonly history?: StatementHistory | undefined;
}

export interface ExportedFile {
  /** A name for the file, without a folder, such as `AcmeCloudIsms-soa.xlsx`. */
  readonly fileName: string;
  readonly format: FormatInfo;
  /** The file in its order; to be gone through once. Fails if the document is too long for the format (see `isTooLong`). */
  readonly pieces: AsyncIterable<Piece>;
  /** What the document leaves open that whoever relies on it expects, in words such as `93 controls are undecided`. Its cover says so too. */
  readonly gaps: readonly string[];
  /** How many texts of the document's language nobody has given, so that they are English. */
  readonly missing?: number;
}

/**
 * Writes an artefact of an ISMS as it is when the document is built, which is before the promise resolves: what changes
 * afterwards makes no difference. The same ISMS gives the same bytes. Rejects with `UnknownChoiceError` if there is no such
 * artefact, format or parameter, or the artefact is not written in the format, with what the artefact throws (see `isNothingToSay`), and
 * where the logo cannot be shown (see `isUnusableLogo`) or the language not be spoken (see `isWordingError`).
 */
export const exportArtefact = (workspace: Workspace, unit: IsmsUnit, request: ExportRequest): Promise<ExportedFile> =>
  written(workspace, unit, request, prose => ({ ...subjectOf(workspace, unit, prose), history: request.history }));

/** The formats that an artefact is written in: all that write any document, and those of the models that it gives. */
export const formatsOf = ({ models }: Pick<ArtefactInfo, 'models'>): FormatEntry[] =>
  formats.filter(({ model }) => model === undefined || models.includes(model));

/** The formats that write any document. */
export const commonFormats: readonly FormatEntry[] = formatsOf({ models: [] });

/** The readiness document, and whether the ISMS is ready for the stage, or for both. */
export async function exportReadiness(
  workspace: Workspace,
  unit: IsmsUnit,
  { stage, ...request }: Pick<ExportRequest, 'format' | 'options'> & { readonly stage?: Stage | undefined },
): Promise<{ readonly file: ExportedFile; readonly isReady: boolean }> {
  const parameters: Parameters = stage ? { stage: String(stage) } : {};
  let isDocumentReady = false;
  const file = await written(workspace, unit, { ...request, artefact: 'readiness', parameters }, prose => ({
    ...subjectOf(workspace, unit, prose),
    // Judged once, for the document and for whoever asks.
    readiness: asked => {
      const judged = readiness(workspace, unit, asked);
      isDocumentReady = isReady(judged);
      return judged;
    },
  }));
  return { file, isReady: isDocumentReady };
}

async function written(
  workspace: Workspace,
  unit: IsmsUnit,
  { artefact: artefactId, format: formatId, parameters = {}, language, options = {} }: ExportRequest,
  subject: (prose: Subject['prose']) => Subject,
): Promise<ExportedFile> {
  const info = oneOf(artefacts, artefactId, refusing('artefact'));
  const format = oneOf(formats, formatId, refusing('format'));
  refuseFormat(info, format);
  const [{ format: writer }, { readProse }, registry, { wording, missing }, branding] = await Promise.all([
    format.load(),
    import('../documents/prose.ts'),
    import('./build.ts'),
    languageOf(workspace.language(unit, language)),
    format.can.branding ? brandingOf(workspace, unit) : undefined,
  ]);
  const artefact = oneOf(registry.artefacts, artefactId, refusing('artefact'));
  refuseUnknown(artefact, parameters, unit.view());
  const view = unit.view();
  const document = registry.documentOf(artefact, subject(readProse), parameters, wording);
  return {
    fileName: fileNameOf(view, artefact, format, parameters),
    format,
    pieces: asynchronous(
      writer.write(document, {
        nameOf: nameBelow(unit.root),
        fileOf: fileNames(view, parameters),
        branding,
        ...options,
      }),
    ),
    gaps: document.gaps ?? [],
    missing,
  };
}

/**
 * A document that is of no single ISMS, as a file. Rejects with `UnknownChoiceError` if there is no such format.
 * @param stem what the file is called, without its extension
 */
export async function writtenAs(
  document: Document,
  formatId: string,
  stem: string,
  options: WriteOptions,
): Promise<ExportedFile> {
  const format = oneOf(commonFormats, formatId, refusing('format'));
  const { format: writer } = await format.load();
  return {
    fileName: `${stem}.${format.extension}`,
    format,
    pieces: asynchronous(writer.write(document, options)),
    gaps: document.gaps ?? [],
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

function refuseFormat(artefact: ArtefactInfo, { id }: FormatInfo): void {
  const known = formatsOf(artefact).map(one => one.id);
  if (known.includes(id)) return;
  throw new UnknownChoiceError(
    refusing(
      'The document “{0}” is not written as {1}. Use one of: {2}.',
      saying(artefact.title),
      id,
      known.join(', '),
    ),
  );
}

function refuseUnknown(artefact: Artefact, parameters: Parameters, view: IsmsView): void {
  for (const [id, value] of Object.entries(parameters)) {
    const { values, valuesOf } = oneOf(artefact.parameters, id, refusing('parameter of {0}', artefact.id));
    const known = valuesOf?.(view).map(one => one.id) ?? values;
    if (known.includes(value)) continue;
    throw new UnknownChoiceError(
      known.length
        ? refusing('There is no {0} “{1}”. Use one of: {2}.', id, value, listed(known))
        : refusing('There is no {0} “{1}”. The ISMS has none.', id, value),
    );
  }
}

/** So many names a message lists before it counts the rest. */
const mostListed = 30;

const listed = (names: readonly string[]): SayingValue =>
  names.length > mostListed ? firstOfSaying(names, mostListed) : names.join(', ');

function oneOf<T extends { readonly id: string }>(candidates: readonly T[], id: string, what: SayingValue): T {
  const found = candidates.find(candidate => candidate.id === id);
  if (found) return found;
  const known = candidates.map(candidate => candidate.id).join(', ');
  throw new UnknownChoiceError(
    known
      ? refusing('There is no {0} “{1}”. Use one of: {2}.', what, id, known)
      : refusing('There is no {0} “{1}”. It has none.', what, id),
  );
}

const fileNameOf = (view: IsmsView, artefact: Pick<ArtefactInfo, 'id'>, format: FormatInfo, parameters: Parameters) =>
  `${fileStem(view, artefact, parameters)}.${format.extension}`;

/** What a document is called that is written beside this one: in the same edition, if it has editions, and as a whole. */
const fileNames =
  (view: IsmsView, { edition }: Parameters): NonNullable<WriteOptions['fileOf']> =>
  (artefactId, formatId) => {
    const artefact = oneOf(artefacts, artefactId, refusing('artefact'));
    const hasEdition =
      edition !== undefined &&
      artefact.parameters.some(({ id, values }) => id === 'edition' && values.includes(edition));
    return encodeURIComponent(
      fileNameOf(view, artefact, oneOf(formats, formatId, refusing('format')), hasEdition ? { edition } : {}),
    );
  };

/** The name of the ISMS, as a file may be called on every system, the artefact and what was chosen. */
function fileStem({ isms }: IsmsView, { id }: Pick<ArtefactInfo, 'id'>, parameters: Parameters): string {
  const name = isms?.names.length ? portableName(label(isms)) : 'isms';
  return [name, id, ...Object.entries(parameters).map(([key, value]) => `${key}-${portableName(value)}`)].join('-');
}

/** Names that Windows keeps for devices, whatever follows behind a dot. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** In UTF-16 code units, each at most three bytes; file systems take 255 bytes with the ending. */
const longestName = 70;

/** The language's names hold no separators; they may be those of devices, too long, or end with the dot or dash of an unfinished one. */
function portableName(name: string): string {
  const short = name.slice(0, longestName).replace(/[\uD800-\uDBFF]$/, '');
  return withoutEnd(short.replace(devices, 'isms-$&'), '.-') || 'isms';
}
