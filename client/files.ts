import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { encodeBase64 } from '../server/protocol/base64.ts';
import {
  type ClientRequests,
  type FileParams,
  type FindFilesParams,
  type FindFilesResult,
  Methods,
  type ReadBytesParams,
} from '../server/protocol/protocol.ts';
import { isInWorkspace } from './documents.ts';

const isWanted = (name: string): boolean =>
  name.endsWith('.isms') ||
  name === 'isms.config.json' ||
  name === 'isms.lock.json' ||
  /^isms\.words\.[A-Za-z0-9-]+\.json$/.test(name);
const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Answers the server's questions about files, for where it cannot read them itself: in a browser, on a virtual file system. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(Methods.findFiles, ({ folder }: FindFilesParams) => findFiles(vscode.Uri.parse(folder)));
  client.onRequest(Methods.readFile, ({ uri }: FileParams) => readFile(vscode.Uri.parse(uri)));
  client.onRequest(Methods.readBytes, ({ uri, most }: ReadBytesParams) => readBytes(vscode.Uri.parse(uri), most));
  client.onRequest(Methods.fileExists, ({ uri }: FileParams) => fileExists(vscode.Uri.parse(uri)));
  client.onRequest(Methods.listFolder, ({ uri }: FileParams) => listFolder(vscode.Uri.parse(uri)));
}

async function findFiles(folder: vscode.Uri): Promise<FindFilesResult> {
  const found: FindFilesResult = { uris: [], unread: [] };
  if (!isInWorkspace(folder)) return found;
  // Not workspace.findFiles: many virtual file systems have no search behind it, and it then finds nothing.
  const walk = async (at: vscode.Uri): Promise<void> => {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(at);
    } catch (error) {
      // Removed meanwhile, or not ours to read.
      if (!isGone(error)) found.unread.push({ uri: at.toString(), reason: reasonOf(error) });
      return;
    }
    await Promise.all(
      entries.map(async ([name, type]) => {
        const uri = vscode.Uri.joinPath(at, name);
        // Links to folders are not followed: they may lead in circles.
        if (type === vscode.FileType.Directory && !skipped.has(name)) await walk(uri);
        else if (type & vscode.FileType.File && isWanted(name)) found.uris.push(uri.toString());
      }),
    );
  };
  await walk(folder);
  return { uris: found.uris.sort(), unread: found.unread.sort((a, b) => (a.uri < b.uri ? -1 : 1)) };
}

async function readFile(uri: vscode.Uri): Promise<ClientRequests['isms/readFile'][1]> {
  if (!isInWorkspace(uri)) return null;
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    return isGone(error) ? null : { reason: reasonOf(error) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { reason: 'it is not UTF-8 text; save it as UTF-8' };
  }
}

async function readBytes(uri: vscode.Uri, most: number): Promise<ClientRequests['isms/readBytes'][1]> {
  if (!isInWorkspace(uri)) return { reason: 'it lies outside of the folders of the workspace' };
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.SymbolicLink) return { reason: 'it is a link; put a copy there' };
    if (!(type & vscode.FileType.File)) return { reason: 'it is a folder' };
    const bytes = size > most ? undefined : await vscode.workspace.fs.readFile(uri);
    // What a file system says of a size need not be so.
    if (!bytes || bytes.length > most) return { reason: `it is larger than ${most / 1024 / 1024} MiB` };
    return { base64: encodeBase64(bytes) };
  } catch (error) {
    return isGone(error) ? null : { reason: reasonOf(error) };
  }
}

async function fileExists(uri: vscode.Uri): Promise<boolean | null> {
  // A document must not find out what lies elsewhere on the machine before the user trusts its author.
  if (!vscode.workspace.isTrusted && !isInWorkspace(uri)) return null;
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch (error) {
    return isGone(error) ? false : null;
  }
}

async function listFolder(uri: vscode.Uri): Promise<ClientRequests['isms/listFolder'][1]> {
  if (!isInWorkspace(uri)) return null;
  const entries = await vscode.workspace.fs.readDirectory(uri).then(
    found => found,
    () => undefined,
  );
  return entries?.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 })) ?? null;
}

const isGone = (error: unknown): boolean =>
  ['FileNotFound', 'FileNotADirectory'].includes(String((error as { code?: unknown } | undefined)?.code));

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
