/** Files and addresses that can be opened from a text. */
import { type DocumentLink, DocumentLinkRequest } from 'vscode-languageserver';
import { documentLinks } from '../../src/ide/document-link.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  asks: 'textDocument.documentLink',
  offers: () => ({ documentLinkProvider: {} }),
  answers: [
    answer(DocumentLinkRequest.type, 'links', null, (_, workspace, { textDocument }) =>
      documentLinks(workspace, textDocument.uri).map(({ range, target }): DocumentLink => ({ range, target })),
    ),
  ],
});
