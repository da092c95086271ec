/** Formatting a document, a range of it, and what is typed. The editor's own options of indentation do not count: there is one form. */
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver';
import { formatDocument, formatRange, formatTriggers, formatTyped } from '../../src/ide/formatting.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  offers: () => {
    const [firstTriggerCharacter, ...moreTriggerCharacter] = formatTriggers;
    return {
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter },
    };
  },
  answers: [
    answer(DocumentFormattingRequest.type, 'formatting', null, (_, workspace, { textDocument }) =>
      formatDocument(workspace, textDocument.uri),
    ),
    answer(DocumentRangeFormattingRequest.type, 'formatting', null, (_, workspace, { textDocument, range }) =>
      formatRange(workspace, textDocument.uri, range),
    ),
    answer(DocumentOnTypeFormattingRequest.type, 'formatting', null, (_, workspace, { textDocument, position, ch }) =>
      formatTyped(workspace, textDocument.uri, position, ch),
    ),
  ],
});
