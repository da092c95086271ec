/** The places of a document that speak of the same thing. */
import { type DocumentHighlight, DocumentHighlightKind, DocumentHighlightRequest } from 'vscode-languageserver';
import { highlightsAt } from '../../src/ide/document-highlight.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  asks: 'textDocument.documentHighlight',
  offers: () => ({ documentHighlightProvider: true }),
  answers: [
    answer(DocumentHighlightRequest.type, 'highlights', null, (_, workspace, { textDocument, position }) =>
      highlightsAt(workspace, textDocument.uri, position).map(
        ({ range, isDeclaration }): DocumentHighlight => ({
          range,
          kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }),
      ),
    ),
  ],
});
