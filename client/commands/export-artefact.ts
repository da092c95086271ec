import * as vscode from 'vscode';
import { decodeBase64, encodeBase64 } from '../../server/protocol/base64.ts';
import type { ArtefactEntry, FormatEntry, IsmsEntry } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import { openResult } from '../open-result.ts';
import { mayWrite } from '../trust.ts';
import { writeWhole } from '../write-whole.ts';
import { chooseDocument, type DocumentTexts, type GivenDocument, givenDocument } from './choose-document.ts';
import { chooseForm, type GivenForm } from './choose-form.ts';

/** What a keyboard shortcut, a task or a test may give instead of being asked. */
export interface ExportArguments extends GivenDocument, GivenForm {
  /** With it nothing but the place is asked about a document. */
  format?: string;
  /** URI of the file to write; an existing one is replaced. */
  target?: string;
  /** Whether to open the result, default yes. */
  open?: boolean;
}

/**
 * Exports a document of an ISMS to a file and opens it; asks for what `argument` leaves open, and for the document where `id` does not
 * say it. What there is the server knows. Returns the URI of the file, or undefined when the user stopped.
 */
export async function exportArtefact(
  server: Server,
  id: string | undefined,
  argument: unknown,
): Promise<string | undefined> {
  if (!(await mayWrite(vscode.l10n.t('Exporting')))) return undefined;
  const given = argumentsFrom(argument);
  const wanted = { ...given, ...(id !== undefined && { artefact: id }) };
  const chosen = await chooseDocument(server, texts(), wanted, given.format === undefined);
  if (!chosen) return undefined;
  const { isms, artefact, parameters } = chosen;
  const form = await chooseForm(server, isms, artefact, given);
  if (!form) return undefined;
  const { format, language, template } = form;

  const { fileName, base64, isText } = await progress(vscode.l10n.t('Exporting {0}…', artefact.label), async token => {
    const params = {
      root: isms.root,
      artefact: artefact.id,
      format: format.id,
      parameters: { ...parameters, ...form.parameters },
      ...(language !== undefined && { language }),
      ...(template && { template: encodeBase64(template) }),
    };
    const result = await server.request('isms/export', params, token);
    // Where the answer was on its way already.
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    return result;
  });
  const target = given.target ? vscode.Uri.parse(given.target) : await askPlace(artefact, isms, format, fileName);
  if (!target) return undefined;
  await writeWhole(target, decodeBase64(base64));
  if (given.open !== false) await openResult(target, artefact.label, isText);
  return target.toString();
}

const texts = (): DocumentTexts => ({
  whichIsms: vscode.l10n.t('Export a document of which ISMS?'),
  whichDocument: vscode.l10n.t('Export'),
  of: label => vscode.l10n.t('Export {0}', label),
});

function argumentsFrom(argument: unknown): ExportArguments {
  const given = givenDocument(argument);
  if (given.near || typeof argument !== 'object' || argument === null) return given;
  const { format, language, template, target, open } = argument as Record<string, unknown>;
  return {
    ...given,
    ...(typeof language === 'string' && { language }),
    ...(typeof template === 'string' && { template }),
    ...(typeof format === 'string' && { format }),
    ...(typeof target === 'string' && { target }),
    ...(typeof open === 'boolean' && { open }),
  };
}

function askPlace(
  artefact: ArtefactEntry,
  isms: IsmsEntry,
  format: FormatEntry,
  fileName: string,
): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: texts().of(artefact.label),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(isms.root), fileName),
    filters: { [format.label]: [format.extension] },
  });
}

const progress = <T>(title: string, run: (token: vscode.CancellationToken) => Promise<T>): Thenable<T> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => run(token),
  );
