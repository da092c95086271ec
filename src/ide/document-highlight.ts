/** The places of a file that speak of the same thing as the one at a position. */
import { tokensOf } from '../syntax/lexer.ts';
import type { TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { cursorPlace } from './cursor-place.ts';
import { referencesAt } from './navigation.ts';
import { placeAt } from './place.ts';

export interface Highlight {
  readonly range: TextRange;
  /** Whether it is where the thing is declared. */
  readonly isDeclaration: boolean;
}

/**
 * The places in a file where the name at a position stands. Of a key or another word only the word itself: each `impact:` is another
 * risk's. Nothing where there is no word.
 */
export function highlightsAt(workspace: Workspace, uri: string, position: TextPosition): Highlight[] {
  const place = placeAt(workspace, uri, position);
  if (place?.reference || place?.definition) {
    const here = (withDeclaration: boolean): TextRange[] =>
      referencesAt(workspace, uri, position, withDeclaration).flatMap(found =>
        found.uri === uri ? [found.range] : [],
      );
    const uses = new Set(here(false).map(range => JSON.stringify(range)));
    const all = here(true).map(range => ({ range, isDeclaration: !uses.has(JSON.stringify(range)) }));
    if (all.length) return all;
  }
  const at = cursorPlace(workspace, uri, position, true);
  if (!at || at.cursor.start === at.cursor.end || !isWord(at.text.slice(at.cursor.start, at.cursor.end))) return [];
  return [{ range: at.range(at.cursor.start, at.cursor.end), isDeclaration: false }];
}

/** Not a comment or a quoted text, in which the editor's own search for words is as good. */
const isWord = (text: string): boolean => tokensOf(text).every(({ kind }) => kind === 'word');
