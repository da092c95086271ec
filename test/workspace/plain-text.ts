import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../../src/syntax/text/chunked-text.ts';

/** A text as the protocol's own library sees it: the reference for positions and edits. */
export function plainText(text: string) {
  const document = TextDocument.create('file:///plain', 'isms', 0, text);
  return {
    positionAt: (offset: number) => document.positionAt(offset),
    apply: (change: TextChange): string =>
      TextDocument.update(TextDocument.create('file:///plain', 'isms', 0, text), [change], 1).getText(),
  };
}
