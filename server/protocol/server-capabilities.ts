/** What the server tells the client of documents and folders; what its features offer they say themselves. */
import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientCapabilities } from './client-capabilities.ts';
import { isWatching } from './registrations.ts';

/** The capabilities that are no feature's own. */
export const serverCapabilities = (client: ClientCapabilities): ServerCapabilities => ({
  positionEncoding: client.positionEncoding,
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    // Who is told of changed files need not be told of saved documents.
    ...(!isWatching(client) && { save: { includeText: false } }),
  },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
});
