import * as vscode from 'vscode';
import type { ArtefactEntry, FormatEntry, IsmsEntry } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import { decodeBase64 } from '../decodeBase64.ts';
import { openResult } from '../openResult.ts';
import { pickIsms } from '../pickIsms.ts';
import { mayWrite } from '../trust.ts';
import { writeWhole } from '../writeWhole.ts';

/** What a keyboard shortcut, a task or a test may give instead of being asked. */
export interface ExportArguments {
  /** URI of the folder of the ISMS. */
  root?: string;
  artefact?: string;
  format?: string;
  /** Values by the ids of the artefact's parameters; everything if left out. */
  parameters?: Record<string, string>;
  /** URI of the file to write; an existing one is replaced. */
  target?: string;
  /** Whether to open the result, default yes. */
  open?: boolean;
}

/**
 * Exports an artefact of an ISMS to a file and opens it; asks for what `argument` leaves open, and for the artefact where `id` does not
 * say it. What there is the server knows. Returns the URI of the file, or undefined when the user stopped.
 */
export async function exportArtefact(
  server: Server,
  id: string | undefined,
  argument: unknown,
): Promise<string | undefined> {
  if (!(await mayWrite('Exporting'))) return undefined;
  const given = argumentsFrom(argument);
  const artefact = await pickArtefact(await server.request('isms/artefacts'), id ?? given.artefact);
  if (!artefact) return undefined;
  const isms = await pickIsms(server, `Export the ${artefact.label} of which ISMS?`, given);
  if (!isms) return undefined;
  const format = await pickFormat(artefact, given.format);
  if (!format) return undefined;

  const { fileName, base64 } = await progress(`Exporting ${artefact.label}…`, token =>
    server.request(
      'isms/export',
      {
        root: isms.root,
        artefact: artefact.id,
        format: format.id,
        ...(given.parameters && { parameters: given.parameters }),
      },
      token,
    ),
  );
  const target = given.target ? vscode.Uri.parse(given.target) : await askPlace(artefact, isms, format, fileName);
  if (!target) return undefined;
  await writeWhole(target, decodeBase64(base64));
  if (given.open !== false) await openResult(target, artefact.label);
  return target.toString();
}

/** Menus give the clicked file, a shortcut or task an object. */
function argumentsFrom(argument: unknown): ExportArguments & { near?: vscode.Uri } {
  if (argument instanceof vscode.Uri) return { near: argument };
  if (typeof argument !== 'object' || argument === null) return {};
  const { root, artefact, format, parameters, target, open } = argument as Record<string, unknown>;
  return {
    ...(typeof root === 'string' && { root }),
    ...(typeof artefact === 'string' && { artefact }),
    ...(typeof format === 'string' && { format }),
    ...(isTexts(parameters) && { parameters }),
    ...(typeof target === 'string' && { target }),
    ...(typeof open === 'boolean' && { open }),
  };
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(one => typeof one === 'string');

async function pickArtefact(
  artefacts: readonly ArtefactEntry[],
  given: string | undefined,
): Promise<ArtefactEntry | undefined> {
  if (given !== undefined) {
    const artefact = artefacts.find(({ id }) => id === given);
    if (artefact) return artefact;
    const known = artefacts.map(({ id }) => id).join(', ');
    throw new Error(`The language server cannot export “${given}”. Use one of: ${known}.`);
  }
  const items = artefacts.map(artefact => ({ label: artefact.label, detail: artefact.description, artefact }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Export',
    placeHolder: 'Document',
    matchOnDetail: true,
  });
  return picked?.artefact;
}

async function pickFormat(artefact: ArtefactEntry, given: string | undefined): Promise<FormatEntry | undefined> {
  if (given !== undefined) {
    const format = artefact.formats.find(({ id }) => id === given);
    if (format) return format;
    const known = artefact.formats.map(({ id }) => id).join(', ');
    throw new Error(`There is no format “${given}” of the ${artefact.label}. Use one of: ${known}.`);
  }
  const items = artefact.formats.map(format => ({
    label: format.label,
    description: `.${format.extension}`,
    ...(format.description && { detail: format.description }),
    format,
  }));
  return (
    await vscode.window.showQuickPick(items, {
      title: `Export ${artefact.label}`,
      placeHolder: 'Format',
      matchOnDescription: true,
    })
  )?.format;
}

function askPlace(
  artefact: ArtefactEntry,
  isms: IsmsEntry,
  format: FormatEntry,
  fileName: string,
): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: `Export ${artefact.label}`,
    saveLabel: 'Export',
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(isms.root), fileName),
    filters: { [format.label]: [format.extension] },
  });
}

const progress = <T>(title: string, run: (token: vscode.CancellationToken) => Promise<T>): Thenable<T> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => run(token),
  );
