import * as vscode from 'vscode';
import type { ColumnChoice, ImportedColumn, ImportedFile, ImportResult } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import { pickFolder } from '../pick-folder.ts';
import { mayWrite } from '../trust.ts';
import { writeNewFiles } from '../write-new-files.ts';
import type { ImportedTexts } from './imported-texts.ts';
import { messagePage } from './message-page.ts';

/** What is read, by the endings of names. */
const readable = ['xlsx', 'csv', 'tsv', 'md', 'html', 'htm', 'json', 'yaml', 'yml'];

/** Beyond what any register has, in bytes: all files travel to the server in one message. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Makes an ISMS of registers: shows what became of each cell and what would be written, and writes it when the user says so. Asks for the files
 * and the folder unless `argument` gives them: files that are marked in the Explorer (`marked`), or `{ files, folder }`. Returns the URI of
 * the first file that was written.
 */
export async function importRegisters(
  server: Server,
  texts: ImportedTexts,
  argument: unknown,
  marked: unknown,
): Promise<string | undefined> {
  if (!(await mayWrite(vscode.l10n.t('Importing')))) return undefined;
  const given = argumentsFrom(argument, marked);
  const uris = given.files ?? (await pickFiles());
  if (!uris?.length) return undefined;
  const folder = given.folder ?? (await pickFolder(title()));
  if (!folder) return undefined;
  const files = await readAll(uris);

  const page = vscode.window.createWebviewPanel(
    'isms.import',
    vscode.l10n.t('Import: {0}', files.map(({ name }) => name).join(', ')),
    { viewColumn: vscode.ViewColumn.Active, preserveFocus: true },
    { enableScripts: false, enableFindWidget: true, localResourceRoots: [] },
  );
  const columns: ColumnChoice[] = [];
  for (;;) {
    const nonce = globalThis.crypto.randomUUID();
    const result = await server
      .request('isms/import', { files, folder: folder.toString(), columns, nonce })
      .catch((error: unknown) => {
        page.webview.html = messagePage(vscode.l10n.t('Nothing was imported'), String(error), nonce);
        throw error;
      });
    page.webview.html = result.html;
    texts.set(result.files);
    const answer = await askWhatNext(result, folder, texts);
    if (!answer) return undefined;
    if (answer === 'write') return (await writeNewFiles(result.files, folder))?.toString();
    columns.push(answer);
  }
}

const title = (): string => vscode.l10n.t('Import Registers');

function argumentsFrom(argument: unknown, marked: unknown): { files?: vscode.Uri[]; folder?: vscode.Uri } {
  if (argument instanceof vscode.Uri) {
    const all = Array.isArray(marked) ? marked.filter(one => one instanceof vscode.Uri) : [];
    return { files: all.length ? all : [argument] };
  }
  if (typeof argument !== 'object' || argument === null) return {};
  const { files, folder } = argument as Record<string, unknown>;
  return {
    ...(Array.isArray(files) && { files: files.map(file => vscode.Uri.parse(String(file))) }),
    ...(typeof folder === 'string' && { folder: vscode.Uri.parse(folder) }),
  };
}

const pickFiles = async (): Promise<vscode.Uri[] | undefined> =>
  vscode.window.showOpenDialog({
    title: title(),
    openLabel: vscode.l10n.t('Import'),
    canSelectMany: true,
    filters: { [vscode.l10n.t('Registers')]: readable },
  });

async function readAll(uris: readonly vscode.Uri[]): Promise<ImportedFile[]> {
  const files: ImportedFile[] = [];
  let size = 0;
  for (const uri of uris) {
    const bytes = await vscode.workspace.fs.readFile(uri);
    size += bytes.length;
    if (size > mostBytes)
      throw new Error(
        vscode.l10n.t('The files are larger than any register. Import fewer at once, or use “isms import”.'),
      );
    files.push({ name: nameAmong(uris, uri), content: base64Of(bytes) });
  }
  return files;
}

/** The last parts of a path. */
const lastOf = ({ path }: vscode.Uri, parts: number): string =>
  path.replace(/\/$/, '').split('/').slice(-parts).join('/');

/** The name of a file, with as many of its folders as tell it from the others. */
function nameAmong(uris: readonly vscode.Uri[], uri: vscode.Uri): string {
  const all = uri.path.split('/').length;
  let parts = 1;
  const isShared = (): boolean =>
    uris.some(other => other.path !== uri.path && lastOf(other, parts) === lastOf(uri, parts));
  while (parts < all && isShared()) parts++;
  return lastOf(uri, parts);
}

/** In pieces, since a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let start = 0; start < bytes.length; start += 0x8000)
    letters += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(letters);
}

type Item = vscode.QuickPickItem & { readonly run?: () => Promise<'write' | ColumnChoice | undefined> };

/** Lets the user read what would be written, say what columns are, and have it written; undefined when the user stopped. */
async function askWhatNext(
  { files, summary, toLookAt, columns }: ImportResult,
  folder: vscode.Uri,
  texts: ImportedTexts,
): Promise<'write' | ColumnChoice | undefined> {
  const unsure = columns.filter(({ isCertain }) => !isCertain).length;
  const items: Item[] = [
    ...(files.length
      ? [
          {
            label: `$(check) ${vscode.l10n.t('Write {0} files into {1}', files.length, lastOf(folder, 1))}`,
            detail: summary,
            run: async () => 'write' as const,
          },
        ]
      : []),
    ...(columns.length
      ? [
          {
            label: `$(list-selection) ${vscode.l10n.t('Say What a Column Is…')}`,
            detail: vscode.l10n.t('{0} of {1} columns were guessed or are not known.', unsure, columns.length),
            run: () => askColumn(columns),
          },
        ]
      : []),
    { label: vscode.l10n.t('to be read first'), kind: vscode.QuickPickItemKind.Separator },
    ...files.map(({ path }) => ({ label: `$(file) ${path}`, run: () => texts.show(path) })),
  ];
  for (;;) {
    const picked = await vscode.window.showQuickPick(items, {
      title: title(),
      placeHolder: files.length
        ? vscode.l10n.t('Nothing is written yet. Entries of the report that need a look: {0}', toLookAt)
        : vscode.l10n.t('No register was recognised. The report says what was read.'),
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    const answer = await picked.run?.();
    if (answer) return answer;
  }
}

/** Which column is what; undefined when the user stopped. Those come first that the headings do not tell. */
async function askColumn(columns: readonly ImportedColumn[]): Promise<ColumnChoice | undefined> {
  const column = await vscode.window.showQuickPick(
    [...columns]
      .sort((a, b) => Number(a.isCertain) - Number(b.isCertain))
      .map(one => ({
        label: one.heading === '' ? one.letters : one.heading,
        description: [one.file, one.sheet, one.letters].filter(part => part !== '').join(' · '),
        detail: one.field ?? vscode.l10n.t('kept in notes'),
        one,
      })),
    { title: title(), placeHolder: vscode.l10n.t('Column'), matchOnDescription: true, ignoreFocusOut: true },
  );
  if (!column) return undefined;
  const { file, sheet, letters, fields } = column.one;
  const field = await vscode.window.showQuickPick([...fields], {
    title: title(),
    placeHolder: vscode.l10n.t('What “{0}” holds', column.label),
    ignoreFocusOut: true,
  });
  return field === undefined ? undefined : { file, sheet, letters, field };
}
