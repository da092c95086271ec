/** Find references, over the whole ISMS. */
import { ReferencesRequest } from 'vscode-languageserver';
import { referencesAt } from '../../src/ide/navigation.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  offers: () => ({ referencesProvider: true }),
  answers: [
    answer(ReferencesRequest.type, 'find references', [], (_, workspace, { textDocument, position, context }) =>
      referencesAt(workspace, textDocument.uri, position, context.includeDeclaration),
    ),
  ],
});
