/** From the id of a control to its entry in the Statement of Applicability, also from Annex A itself. */
import { ImplementationRequest } from 'vscode-languageserver';
import { entriesOf, implementationsAt } from '../../src/ide/navigation.ts';
import { catalogueNameAt } from './shared/catalogues.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  asks: 'textDocument.implementation',
  offers: () => ({ implementationProvider: true }),
  answers: [
    answer(
      ImplementationRequest.type,
      'go to implementation',
      [],
      ({ catalogues }, workspace, { textDocument, position }) => {
        const built = catalogues.document(textDocument.uri);
        if (!built) return implementationsAt(workspace, textDocument.uri, position);
        const name = catalogueNameAt(built, position)?.name;
        return name === undefined ? [] : entriesOf(workspace, name);
      },
    ),
  ],
});
