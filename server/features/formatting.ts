/** Formatting a document, a range of it, and what is typed. The editor's own options of indentation do not count: there is one form. */
import type { ServerCapabilities } from 'vscode-languageserver';
import { formatTriggers } from '../../src/ide/formatting.ts';

export function formattingCapabilities(): ServerCapabilities {
  const [firstTriggerCharacter, ...moreTriggerCharacter] = formatTriggers;
  return {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter },
  };
}
