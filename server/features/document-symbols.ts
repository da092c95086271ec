/** The outline of a document. */
import { DocumentSymbolRequest } from 'vscode-languageserver';
import { answer, feature } from './shared/feature.ts';
import { documentSymbols } from './shared/symbols.ts';

export default feature({
  offers: () => ({ documentSymbolProvider: true }),
  answers: [
    answer(DocumentSymbolRequest.type, 'outline', [], ({ client }, workspace, { textDocument }) =>
      documentSymbols(workspace, client, textDocument.uri),
    ),
  ],
});
