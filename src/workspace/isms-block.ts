/** The `isms` block of a text. */
import { kindKeywords } from '../language/schema.ts';
import type { Declarations } from '../model/declaration.ts';
import { readDeclaration } from '../syntax/read.ts';
import { ChunkedText } from '../syntax/text/chunked-text.ts';

/** Whether a text declares an ISMS, as reading the whole file would find it. */
export const declaresIsms = (text: string): boolean => ismsIn(text) !== undefined;

/** The first `isms` block of a text, as reading the whole file would find it. */
export function ismsIn(text: string): Declarations['Isms'] | undefined {
  // Most files do not even hold the word, and to look for that is quick.
  if (!text.includes('isms') || !/(?:^|\W)isms(?!\w|-(?!>))/.test(text)) return undefined;
  for (const chunk of new ChunkedText(text, kindKeywords).chunks) {
    const body = chunk.text.slice(chunk.bodyStart, chunk.bodyEnd);
    const declaration = body.startsWith('isms') ? readDeclaration(body).declaration : undefined;
    if (declaration?.$type === 'Isms') return declaration as Declarations['Isms'];
  }
  return undefined;
}
