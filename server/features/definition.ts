/** Go to definition: declarations, and built-in documents as far as the client can open them. */
import { DefinitionRequest } from 'vscode-languageserver';
import { definitionsAt } from '../../src/ide/navigation.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  offers: () => ({ definitionProvider: true }),
  answers: [
    answer(DefinitionRequest.type, 'go to definition', [], ({ catalogues }, workspace, { textDocument, position }) =>
      catalogues.shown(definitionsAt(workspace, textDocument.uri, position)),
    ),
  ],
});
