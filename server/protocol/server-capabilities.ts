/** What the server tells the client that it can do, in the client's own terms. */
import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../../src/ide/semantic-tokens.ts';
import { codeActionCapabilities } from '../features/code-actions.ts';
import { formattingCapabilities } from '../features/formatting.ts';
import type { ClientCapabilities } from './client-capabilities.ts';
import { catalogueScheme } from './protocol.ts';
import { isWatching } from './registrations.ts';

/** The capabilities for a client. What only some clients know of is left out for the others. */
export function serverCapabilities(client: ClientCapabilities): ServerCapabilities {
  return {
    positionEncoding: client.positionEncoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      // Who is told of changed files need not be told of saved documents.
      ...(!isWatching(client) && { save: { includeText: false } }),
    },
    completionProvider: { triggerCharacters: ['.', ':', ',', '-', ' '] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    ...formattingCapabilities(),
    ...codeActionCapabilities(client),
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
      range: true,
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.catalogues === 'protocol' && { textDocumentContent: { schemes: [catalogueScheme] } }),
    },
  };
}
