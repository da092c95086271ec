import * as vscode from 'vscode';
import type { Server } from '../connection.ts';
import { openEditor } from '../open-editor.ts';

/** Opens a built-in document (Annex A, clauses), by the URI given or as picked. Returns its URI. */
export async function openCatalogue(server: Server, argument: unknown): Promise<string | undefined> {
  const uri = typeof argument === 'string' ? argument : await pickCatalogue(server);
  if (uri === undefined) return undefined;
  await openEditor(vscode.Uri.parse(uri));
  return uri;
}

async function pickCatalogue(server: Server): Promise<string | undefined> {
  const catalogues = await server.request('isms/catalogues');
  if (catalogues.length <= 1) return catalogues[0]?.uri;
  const items = catalogues.map(({ uri, label, description }) => ({ label, ...(description && { description }), uri }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open Catalogue') }))?.uri;
}
