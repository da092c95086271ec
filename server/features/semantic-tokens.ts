/** The colours of a document, or of a part of it. */
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../src/ide/semantic-tokens.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  offers: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
      range: true,
    },
  }),
  answers: [
    answer(SemanticTokensRequest.type, 'colours', { data: [] }, (_, workspace, { textDocument }) =>
      tokens(workspace, textDocument.uri),
    ),
    answer(SemanticTokensRangeRequest.type, 'colours', { data: [] }, (_, workspace, { textDocument, range }) =>
      tokens(workspace, textDocument.uri, range.start.line, range.end.line),
    ),
  ],
});

function tokens(workspace: Workspace, uri: string, from?: number, to?: number): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { line, character, length, type, isDeclaration } of semanticTokens(workspace, uri, from, to))
    builder.push(line, character, length, tokenTypes.indexOf(type), isDeclaration ? 1 : 0);
  return builder.build();
}
