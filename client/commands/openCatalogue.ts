import * as vscode from 'vscode';
import type { Server } from '../connection.ts';

/** Opens a built-in document (Annex A, clauses), by the URI given or as picked. Returns its URI. */
export async function openCatalogue(server: Server, argument: unknown): Promise<string | undefined> {
  const uri = typeof argument === 'string' ? argument : await pickCatalogue(server);
  if (uri === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  await vscode.window.showTextDocument(document);
  return document.uri.toString();
}

async function pickCatalogue(server: Server): Promise<string | undefined> {
  const catalogues = await server.request('isms/catalogues');
  if (catalogues.length <= 1) return catalogues[0]?.uri;
  const items = catalogues.map(({ uri, label, description }) => ({ label, ...(description && { description }), uri }));
  return (await vscode.window.showQuickPick(items, { title: 'Open Catalogue' }))?.uri;
}
