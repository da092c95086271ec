/** The text of the built-in documents, for clients that open them by the protocol's own request. */
import { TextDocumentContentRequest } from 'vscode-languageserver';
import { say } from '../../src/wording/wording.ts';
import { catalogueScheme } from '../protocol/protocol.ts';
import { answer, feature, refusal } from './shared/feature.ts';

export default feature({
  offers: ({ catalogues }) =>
    catalogues === 'protocol' ? { workspace: { textDocumentContent: { schemes: [catalogueScheme] } } } : {},
  answers: [
    answer(TextDocumentContentRequest.type, 'built-in documents', { text: '' }, ({ catalogues }, _, { uri }) => {
      const document = catalogues.document(uri);
      if (!document) throw refusal(say('There is no built-in document {0}.', uri));
      return { text: document.text };
    }),
  ],
});
