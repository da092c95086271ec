import * as vscode from 'vscode';
import { catalogueScheme } from '../server/protocol/protocol.ts';
import type { Server } from './connection.ts';

/** Shows the built-in documents (Annex A, clauses), which only the server has. VS Code keeps this scheme read-only. */
export function provideCatalogues(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(catalogueScheme, {
    provideTextDocumentContent: async (uri, token) =>
      (await server.request('isms/catalogueDocument', { uri: uri.toString() }, token)).text,
  });
}
