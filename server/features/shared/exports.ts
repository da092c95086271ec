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
  isWordingError,
  joined,
  type Piece,
} from '../../../src/export/index.ts';
import { say } from '../../../src/wording/wording.ts';
import type { IsmsUnit, Workspace } from '../../../src/workspace/workspace.ts';
import { encodeBase64 } from '../../protocol/base64.ts';
import type {
  ArtefactEntry,
  ExportParams,
  ExportResult,
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
 * @param hasHistory whether git can be asked for what changed before
 */
export async function artefactEntries(
  unit: IsmsUnit | undefined,
  speak: Language['speak'],
  hasHistory: boolean,
): Promise<ArtefactEntry[]> {
  const { artefacts: builders } = await import('../../../src/documents/build.ts');
  const entry = ({ id, title, description, models }: ArtefactInfo): ArtefactEntry => ({
    id,
    label: say(title),
    description: say(description),
    parameters: (builders.find(one => one.id === id)?.parameters ?? [])
      .filter(one => hasHistory || one.id !== 'history')
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
  const { id, description, otherwise, values, valuesOf } = parameter;
  const known = valuesOf ? (unit ? valuesOf(unit.view()) : []) : values.map((value): ParameterValue => ({ id: value }));
  if (!known.length) return [];
  const usual = known.filter(value => value.id === otherwise);
  const others = known.filter(value => value.id !== otherwise);
  const choices = [
    ...(usual.length ? usual.map(choice) : [{ label: capitalized(say(otherwise)) }]),
    ...others.map(choice),
  ];
  return [{ id, label: say(capitalized(id)), description: capitalized(say(description)), choices }];

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
  { artefact, format, parameters = {} }: ExportParams,
  token: CancellationToken,
  history?: StatementHistory,
): Promise<ExportResult> {
  const { file, bytes } = await written(workspace, unit, { artefact, format, parameters, history }, token);
  const { mediaType, isText } = file.format;
  return { fileName: file.fileName, base64: encodeBase64(bytes), mediaType, isText };
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
    throw isUnknownChoice(error) || isTooLong(error) || isNothingToSay(error) || isWordingError(error)
      ? refusal(error.message)
      : error;
  }
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
