/** The features of the editor, each a short way from the protocol to the core and back. */
import {
  type Connection,
  type DocumentSymbol,
  LSPErrorCodes,
  ResponseError,
  SemanticTokensBuilder,
  type ServerCapabilities,
  SymbolKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { foldingRanges } from '../src/features/folding.ts';
import { definitionsAt, referencesAt, renameEdits, renameTarget } from '../src/features/navigation.ts';
import { semanticTokens, tokenModifiers, tokenTypes } from '../src/features/semantic-tokens.ts';
import { type OutlineEntry, outline, workspaceNames } from '../src/features/symbols.ts';
import { rules } from '../src/language/schema.ts';
import { codeActionKinds, codeActions, resolveCodeAction } from './code-actions.ts';
import { completion } from './completion.ts';
import { hover } from './hover.ts';
import type { Session } from './session.ts';

export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: { triggerCharacters: ['.', ':', ',', '-', ' '] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  codeActionProvider: { codeActionKinds, resolveProvider: true },
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: true,
    range: true,
  },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

const symbolKind = (type: string): SymbolKind => SymbolKind[rules[type]?.icon ?? 'Class'];

const toDocumentSymbol = (entry: OutlineEntry): DocumentSymbol => ({
  name: entry.name,
  detail: entry.detail,
  kind: symbolKind(entry.type),
  range: entry.range,
  selectionRange: entry.selection,
  children: entry.children.map(toDocumentSymbol),
});

/** Registers the features on a connection. Until the session is there, and when nothing is known, the answer is empty. */
export function registerFeatures(connection: Connection, session: () => Session | undefined): void {
  const workspace = () => session()?.workspace;

  connection.onCompletion(params => {
    const core = workspace();
    return core ? completion(core, params) : null;
  });
  connection.onHover(params => {
    const core = workspace();
    return core ? hover(core, params) : null;
  });
  connection.onDefinition(({ textDocument, position }) => {
    const core = workspace();
    return core ? [...definitionsAt(core, textDocument.uri, position)] : [];
  });
  connection.onReferences(({ textDocument, position, context }) => {
    const core = workspace();
    return core ? referencesAt(core, textDocument.uri, position, context.includeDeclaration) : [];
  });
  connection.onPrepareRename(({ textDocument, position }) => {
    const core = workspace();
    const target = core && renameTarget(core, textDocument.uri, position);
    if (!target) return null;
    if ('refusal' in target) throw new ResponseError(LSPErrorCodes.RequestFailed, target.refusal);
    return { range: target.range, placeholder: target.name };
  });
  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const core = workspace();
    if (!core) return null;
    const result = renameEdits(core, textDocument.uri, position, newName);
    if ('refusal' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refusal);
    const changes: Record<string, { range: (typeof result.edits)[number]['range']; newText: string }[]> = {};
    for (const { uri, range } of result.edits) (changes[uri] ??= []).push({ range, newText: newName });
    return { changes };
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const core = workspace();
    return core ? outline(core, textDocument.uri).map(toDocumentSymbol) : [];
  });
  connection.onWorkspaceSymbol(({ query }) => {
    const core = workspace();
    return (core ? workspaceNames(core, query) : []).map(({ name, type, container, uri, range }) => ({
      name,
      kind: symbolKind(type),
      containerName: container,
      location: { uri, range },
    }));
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const core = workspace();
    return core ? foldingRanges(core, textDocument.uri) : [];
  });
  connection.onCodeAction(params => {
    const current = session();
    return current ? codeActions(current, params) : [];
  });
  connection.onCodeActionResolve(action => {
    const current = session();
    return current ? resolveCodeAction(current, action) : action;
  });
  const tokens = (uri: string, from?: number, to?: number) => {
    const builder = new SemanticTokensBuilder();
    const core = workspace();
    for (const token of core ? semanticTokens(core, uri, from, to) : []) {
      builder.push(
        token.line,
        token.character,
        token.length,
        tokenTypes.indexOf(token.type),
        token.isDeclaration ? 1 : 0,
      );
    }
    return builder.build();
  };
  connection.languages.semanticTokens.on(({ textDocument }) => tokens(textDocument.uri));
  connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
    tokens(textDocument.uri, range.start.line, range.end.line),
  );
}
