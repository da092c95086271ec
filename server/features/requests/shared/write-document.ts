/** Writes a document of an ISMS for the client, with turns for others in between. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  type ExportedFile,
  type ExportRequest,
  exportArtefact,
  isNothingToSay,
  isTooLong,
  isUnknownChoice,
  isUnusableLogo,
  isUnusableTemplate,
  isWordingError,
  joined,
  type Piece,
} from '../../../../src/export/index.ts';
import { sayingOf } from '../../../../src/wording/said-error.ts';
import { said, saying } from '../../../../src/wording/wording.ts';
import type { IsmsUnit, Workspace } from '../../../../src/workspace/workspace.ts';
import type { Language } from '../../../session/language.ts';
import { nextTurn } from '../../../session/turns.ts';
import { refusal, refusalOf } from '../../shared/feature.ts';

/** Refuses what cannot be chosen, what is too long for the format, and once it is cancelled. */
export async function writeDocument(
  workspace: Workspace,
  unit: IsmsUnit,
  request: ExportRequest,
  language: Language,
  token: CancellationToken,
): Promise<{ file: ExportedFile; bytes: Uint8Array }> {
  try {
    const file = await exportArtefact(workspace, unit, request);
    return { file, bytes: await joined(inTurns(file.pieces, token)) };
  } catch (error) {
    return refusedExport(error, language);
  }
}

/** Throws what somebody can do something about as a refusal that says so in a language, and anything else as it is. */
export function refusedExport(error: unknown, { speak }: Language): never {
  if (isUnusableTemplate(error))
    throw speak(() => refusal(said(saying('The template cannot be filled: {0}.', sayingOf(error)))));
  const isTold = [isUnknownChoice, isTooLong, isNothingToSay, isWordingError, isUnusableLogo].some(is => is(error));
  throw isTold ? speak(() => refusalOf(error as Error)) : error;
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
