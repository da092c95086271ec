import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileParams, type FindFilesParams, Methods, type UriText } from '../server/protocol.ts';
import { isInWorkspace } from './documents.ts';

const isWanted = (name: string): boolean =>
  name.endsWith('.isms') || name === 'isms.config.json' || name === 'isms.lock.json';
const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Answers the server's questions about files, for where it cannot read them itself: in a browser, on a virtual file system. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(Methods.findFiles, ({ folder }: FindFilesParams) => findFiles(vscode.Uri.parse(folder)));
  client.onRequest(Methods.readFile, ({ uri }: FileParams) => readFile(vscode.Uri.parse(uri)));
  client.onRequest(Methods.fileExists, ({ uri }: FileParams) => fileExists(vscode.Uri.parse(uri)));
}

async function findFiles(folder: vscode.Uri): Promise<UriText[]> {
  if (!isInWorkspace(folder)) return [];
  const found: UriText[] = [];
  // Not workspace.findFiles: many virtual file systems have no search behind it, and it then finds nothing.
  const walk = async (at: vscode.Uri): Promise<void> => {
    const entries = await entriesOf(at);
    await Promise.all(
      entries.map(async ([name, type]) => {
        const uri = vscode.Uri.joinPath(at, name);
        // Links to folders are not followed: they may lead in circles.
        if (type === vscode.FileType.Directory && !skipped.has(name)) await walk(uri);
        else if (type & vscode.FileType.File && isWanted(name)) found.push(uri.toString());
      }),
    );
  };
  await walk(folder);
  return found.sort();
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return []; // removed meanwhile, or not ours to read
  }
}

async function readFile(uri: vscode.Uri): Promise<string | null> {
  if (!isInWorkspace(uri)) return null;
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** Null where it is not known: what may not be looked at, or does not answer, need not be missing. */
async function fileExists(uri: vscode.Uri): Promise<boolean | null> {
  // A document must not find out what lies elsewhere on the machine before the user trusts its author.
  if (!vscode.workspace.isTrusted && !isInWorkspace(uri)) return null;
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return error instanceof vscode.FileSystemError && isAbsence(error.code) ? false : null;
  }
}

/** Whether an error of a file system says that nothing is there. */
const isAbsence = (code: string): boolean => code === 'FileNotFound' || code === 'FileNotADirectory';
