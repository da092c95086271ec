/** Documents of an ISMS for the client: what there is to choose, the file of one, and how it looks now. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ArtefactInfo, Parameter, ParameterInfo, ParameterValue } from '../../../src/documents/artefact.ts';
import type { StatementHistory } from '../../../src/documents/data/_statement-history.ts';
import {
  artefacts,
  type ExportedFile,
  type ExportRequest,
  exportArtefact,
  formatsOf,
  isNothingToSay,
  isTooLong,
  isUnknownChoice,
  isUnusableLogo,
  isUnusableTemplate,
  isWordingError,
  joined,
  type Piece,
} from '../../../src/export/index.ts';
import { builtInLanguages, isLanguage } from '../../../src/wording/languages.ts';
import { say } from '../../../src/wording/wording.ts';
import type { IsmsUnit, Workspace } from '../../../src/workspace/workspace.ts';
import { decodeBase64, encodeBase64 } from '../../protocol/base64.ts';
import type {
  ArtefactEntry,
  ExportParams,
  ExportResult,
  LanguagesResult,
  ParameterEntry,
  PreviewParams,
  PreviewResult,
} from '../../protocol/protocol.ts';
import type { Language } from '../../session/language.ts';
import { nextTurn } from '../../session/turns.ts';
import { refusal } from './feature.ts';
import { placeLink } from './place-link.ts';

/**
 * What can be exported, with the choices that an ISMS gives. Without one, only those that are always the same.
 * @param hasGit whether git can be asked
 */
export async function artefactEntries(
  unit: IsmsUnit | undefined,
  speak: Language['speak'],
  hasGit: boolean,
): Promise<ArtefactEntry[]> {
  const { artefacts: builders } = await import('../../../src/documents/build.ts');
  const entry = ({ id, title, description, models }: ArtefactInfo): ArtefactEntry => ({
    id,
    label: say(title),
    description: say(description),
    parameters: (builders.find(one => one.id === id)?.parameters ?? [])
      .filter(({ needs }) => hasGit || needs !== 'git')
      .flatMap(one => parameterEntry(one, unit)),
    formats: formatsOf({ models }).map(format => ({
      id: format.id,
      label: say(format.label),
      extension: format.extension,
    })),
  });
  return speak(() => artefacts.map(entry));
}

/** What may be chosen, the usual choice first; nothing where there is but one. */
function parameterEntry(parameter: Parameter, unit: IsmsUnit | undefined): ParameterEntry[] {
  const { id, description, otherwise, values, valuesOf, needs } = parameter;
  const known = valuesOf ? (unit ? valuesOf(unit.view()) : []) : values.map((value): ParameterValue => ({ id: value }));
  if (!known.length) return [];
  const usual = known.filter(value => value.id === otherwise);
  const others = known.filter(value => value.id !== otherwise);
  const choices = [
    ...(usual.length ? usual.map(choice) : [{ label: capitalized(say(otherwise)) }]),
    ...others.map(choice),
  ];
  const entry = { id, label: say(capitalized(id)), description: capitalized(say(description)), choices };
  return [needs ? { ...entry, isSeldom: true } : entry];

  function choice(value: ParameterValue): ParameterEntry['choices'][number] {
    // A name stays as it is written; a word of ours begins as a label does.
    const label = valuesOf ? value.id : labelOf(parameter, value.id);
    return { value: value.id, label, ...(value.title !== undefined && { description: value.title }) };
  }
}

/** `2` alone says nothing: `Stage 2`. */
const labelOf = ({ id }: ParameterInfo, value: string): string =>
  /^\d/.test(value) ? say(`${capitalized(id)} {0}`, value) : capitalized(say(value));

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Writes a document as a file. Refuses what cannot be chosen, what is too long for the format, and once it is cancelled. */
export async function exported(
  workspace: Workspace,
  unit: IsmsUnit,
  { artefact, format, parameters = {}, language, template }: ExportParams,
  token: CancellationToken,
  history?: StatementHistory,
): Promise<ExportResult> {
  if (template !== undefined && format !== 'docx') throw refusal(say('A template is for a Word document (docx).'));
  const options = template === undefined ? {} : { template: templateBytes(template) };
  const request = { artefact, format, parameters, language, options, history };
  const { file, bytes } = await written(workspace, unit, request, token);
  const { mediaType, isText } = file.format;
  return { fileName: file.fileName, base64: encodeBase64(bytes), mediaType, isText };
}

function templateBytes(base64: string): Uint8Array {
  try {
    return decodeBase64(base64);
  } catch {
    throw refusal(say('The template is not in Base64.'));
  }
}

/**
 * The languages that the documents of an ISMS can be in.
 * @param reader the language in which they are called
 */
export function documentLanguages(workspace: Workspace, unit: IsmsUnit, reader: string): LanguagesResult {
  const ids = new Set<string>([...builtInLanguages, ...workspace.ownLanguages(unit)]);
  const names = new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' });
  return {
    current: workspace.language(unit).language ?? 'en',
    languages: [...ids].map(id => ({ id, label: isLanguage(id) ? (names.of(id) ?? id) : id })),
  };
}

/** Refuses what is no nonce, since it stands in the page. */
export function refuseNonce(nonce: string | undefined): void {
  if (nonce !== undefined && !/^[\w+/=-]{16,}$/.test(nonce))
    throw refusal(say('A nonce is 16 letters and digits or more.'));
}

/** A document as a page for a view of the editor, without scripts; its links open the places of the sources. Refuses as `exported` does. */
export async function previewed(
  workspace: Workspace,
  unit: IsmsUnit,
  { artefact, parameters = {}, nonce }: PreviewParams,
  token: CancellationToken,
  history?: StatementHistory,
): Promise<PreviewResult> {
  refuseNonce(nonce);
  const options = { linkTo: placeLink, medium: 'editor' as const, ...(nonce !== undefined && { nonce }) };
  const { file, bytes } = await written(
    workspace,
    unit,
    { artefact, format: 'html', parameters, options, history },
    token,
  );
  return { html: new TextDecoder().decode(bytes), gaps: [...file.gaps] };
}

async function written(
  workspace: Workspace,
  unit: IsmsUnit,
  request: ExportRequest,
  token: CancellationToken,
): Promise<{ file: ExportedFile; bytes: Uint8Array }> {
  try {
    const file = await exportArtefact(workspace, unit, request);
    return { file, bytes: await joined(inTurns(file.pieces, token)) };
  } catch (error) {
    return refusedExport(error);
  }
}

/** Throws what somebody can do something about as a refusal that says so, and anything else as it is. */
export function refusedExport(error: unknown): never {
  if (isUnusableTemplate(error)) throw refusal(`The template cannot be filled: ${error.message}.`);
  const isTold = [isUnknownChoice, isTooLong, isNothingToSay, isWordingError, isUnusableLogo].some(is => is(error));
  throw isTold ? refusal((error as Error).message) : error;
}

/** How long pieces are written before others have their turn, in milliseconds. */
const turn = 20;

/** The pieces, with turns in between, in which the client may cancel. */
async function* inTurns(pieces: AsyncIterable<Piece>, token: CancellationToken): AsyncGenerator<Piece> {
  // A client that cancels at once has done so in a message behind this one.
  await nextTurn();
  let start = performance.now();
  for await (const piece of pieces) {
    if (token.isCancellationRequested) break;
    yield piece;
    if (performance.now() - start < turn) continue;
    await nextTurn();
    start = performance.now();
  }
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'It was cancelled.');
}
