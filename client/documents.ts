import * as vscode from 'vscode';
import { catalogueScheme, languageId } from '../server/protocol/protocol.ts';
import { isWithin } from './places.ts';

/**
 * Which documents the server sees: files, new documents, the catalogues, and what the open folders' own file system
 * holds (a repository on a server, a browser's folder). Not other schemes: a comparison shows the committed version of
 * a file as a document of its own, and its declarations would count twice.
 */
export function documentSelector(): { language: string; scheme: string }[] {
  const schemes = new Set(['file', 'untitled', catalogueScheme]);
  for (const folder of vscode.workspace.workspaceFolders ?? []) schemes.add(folder.uri.scheme);
  return [...schemes].map(scheme => ({ language: languageId, scheme }));
}

/** Whether `uri` lies in one of the folders that are open in this window. Dots in its path are resolved before. */
export function isInWorkspace(uri: vscode.Uri): boolean {
  const plain = vscode.Uri.joinPath(uri, '.');
  return (vscode.workspace.workspaceFolders ?? []).some(folder => isWithin(plain, folder.uri));
}

/** The document that the user is looking at, if it is an ISMS's or lies near one. */
export function activeUri(): vscode.Uri | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (tab instanceof vscode.TabInputText || tab instanceof vscode.TabInputCustom) return tab.uri;
  return vscode.window.activeTextEditor?.document.uri;
}
