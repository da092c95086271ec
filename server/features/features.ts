/** The features of the editor, each a short way from the protocol to the core and back. */
import { type Connection, LSPErrorCodes, ResponseError, SemanticTokensBuilder } from 'vscode-languageserver';
import { formatDocument, formatRange, formatTyped } from '../../src/ide/formatting.ts';
import { definitionsAt, referencesAt, renameEdits, renameTarget } from '../../src/ide/navigation.ts';
import { semanticTokens, tokenTypes } from '../../src/ide/semantic-tokens.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { Guard } from '../session/guard.ts';
import { guarded } from '../session/guarded.ts';
import { chosenEdit, codeActions, resolveCodeAction } from './code-actions.ts';
import { completion } from './completion.ts';
import type { Context } from './context.ts';
import { folding } from './folding.ts';
import { hover } from './hover.ts';
import { documentSymbols, workspaceSymbols } from './symbols.ts';

/** Registers the features on a connection. Until there is a context, and when nothing is known, the answer is empty. */
export function registerFeatures(connection: Connection, guard: Guard, context: () => Context | undefined): void {
  /** Answers a request by what is there, or else by what stands for nothing. */
  const answer =
    <P, R, N>(name: string, nothing: N, work: (context: Context, workspace: Workspace, params: P) => R) =>
    (params: P) =>
      guarded(guard, name, (): R | N => {
        const current = context();
        return current ? work(current, current.session.workspace, params) : nothing;
      });

  connection.onCompletion(answer('completion', null, ({ client }, core, params) => completion(core, client, params)));
  connection.onHover(answer('hover', null, (current, core, params) => hover(core, current, params)));
  connection.onDefinition(
    answer('go to definition', [], ({ catalogues }, core, { textDocument, position }) =>
      catalogues.shown(definitionsAt(core, textDocument.uri, position)),
    ),
  );
  connection.onReferences(
    answer('find references', [], (_, core, { textDocument, position, context: { includeDeclaration } }) =>
      referencesAt(core, textDocument.uri, position, includeDeclaration),
    ),
  );
  connection.onPrepareRename(
    answer('rename', null, (_, core, { textDocument, position }) => {
      const target = renameTarget(core, textDocument.uri, position);
      if (!target) return null;
      if ('refusal' in target) throw refusal(target.refusal);
      return { range: target.range, placeholder: target.name };
    }),
  );
  connection.onRenameRequest(
    answer('rename', null, ({ toWorkspaceEdit }, core, { textDocument, position, newName }) => {
      const result = renameEdits(core, textDocument.uri, position, newName);
      if ('refusal' in result) throw refusal(result.refusal);
      return toWorkspaceEdit(result.edits.map(({ uri, range }) => ({ uri, range, newText: newName })));
    }),
  );
  connection.onDocumentSymbol(
    answer('outline', [], ({ client }, core, { textDocument }) => documentSymbols(core, client, textDocument.uri)),
  );
  connection.onWorkspaceSymbol(
    answer('workspace symbols', [], ({ client }, core, { query }) => workspaceSymbols(core, client, query)),
  );
  connection.onFoldingRanges(
    answer('folding', [], ({ client }, core, { textDocument }) => folding(core, client.foldingLimit, textDocument.uri)),
  );
  connection.onDocumentFormatting(
    answer('formatting', null, (_, core, { textDocument }) => formatDocument(core, textDocument.uri)),
  );
  connection.onDocumentRangeFormatting(
    answer('formatting', null, (_, core, { textDocument, range }) => formatRange(core, textDocument.uri, range)),
  );
  connection.onDocumentOnTypeFormatting(
    answer('formatting', null, (_, core, { textDocument, position, ch }) =>
      formatTyped(core, textDocument.uri, position, ch),
    ),
  );
  connection.onCodeAction(answer('code actions', [], (current, _, params) => codeActions(current, params)));
  connection.onCodeActionResolve(action =>
    guarded(guard, 'code actions', () => {
      const current = context();
      return current ? resolveCodeAction(current, action) : action;
    }),
  );
  connection.onExecuteCommand(
    answer('code actions', null, (current, _, { command, arguments: args }) => {
      const edit = chosenEdit(current, command, args);
      if (!edit) throw refusal(`There is no command ${command} with these arguments.`);
      guard.promise('applying an edit', connection.workspace.applyEdit(edit));
      return null;
    }),
  );
  const tokens = (core: Workspace, uri: string, from?: number, to?: number) => {
    const builder = new SemanticTokensBuilder();
    for (const { line, character, length, type, isDeclaration } of semanticTokens(core, uri, from, to))
      builder.push(line, character, length, tokenTypes.indexOf(type), isDeclaration ? 1 : 0);
    return builder.build();
  };
  connection.languages.semanticTokens.on(
    answer('colours', { data: [] }, (_, core, { textDocument }) => tokens(core, textDocument.uri)),
  );
  connection.languages.semanticTokens.onRange(
    answer('colours', { data: [] }, (_, core, { textDocument, range }) =>
      tokens(core, textDocument.uri, range.start.line, range.end.line),
    ),
  );
  connection.onRequest(
    'workspace/textDocumentContent',
    answer('built-in documents', null, ({ catalogues }, _, { uri }: { uri: string }) => {
      const document = catalogues.document(uri);
      if (!document) throw refusal(`There is no built-in document ${uri}.`);
      return { text: document.text };
    }),
  );
}

const refusal = (message: string): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestFailed, message);
