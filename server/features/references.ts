/** Find references, over the whole ISMS; of what is built in, over all of them. */
import { ReferencesRequest } from 'vscode-languageserver';
import { builtinReferences, referencesAt } from '../../src/ide/navigation.ts';
import { catalogueNameAt } from './shared/catalogues.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  offers: () => ({ referencesProvider: true }),
  answers: [
    answer(
      ReferencesRequest.type,
      'find references',
      [],
      ({ catalogues }, workspace, { textDocument, position, context }) => {
        const built = catalogues.document(textDocument.uri);
        if (!built) return referencesAt(workspace, textDocument.uri, position, context.includeDeclaration);
        const name = catalogueNameAt(built, position)?.name;
        return name === undefined ? [] : builtinReferences(workspace, name);
      },
    ),
  ],
});
