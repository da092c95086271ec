/** The outline of a document, also of a built-in one. */
import { DocumentSymbolRequest } from 'vscode-languageserver';
import { answer, feature } from './shared/feature.ts';
import { catalogueSymbols, documentSymbols } from './shared/symbols.ts';

export default feature({
  offers: () => ({ documentSymbolProvider: true }),
  answers: [
    answer(
      DocumentSymbolRequest.type,
      'outline',
      [],
      ({ client, catalogues }, workspace, { textDocument: { uri } }) => {
        const built = catalogues.document(uri);
        return built ? catalogueSymbols(built, client, uri) : documentSymbols(workspace, client, uri);
      },
    ),
  ],
});
