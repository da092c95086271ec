/** From a position in a file to the cursor in the text of a declaration, and back. */

import type { Block } from '../incremental/block.ts';
import type { Declaration } from '../model/declaration.ts';
import { type Cursor, cursorAt, wordAround } from '../syntax/cursor/cursor.ts';
import type { TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';

export interface CursorPlace {
  readonly unit: IsmsUnit;
  readonly cursor: Cursor;
  /** The declaration around the cursor as it was last read; it may be damaged. */
  readonly declaration: Declaration | undefined;
  readonly text: string;
  /** What the offsets of `cursor` are relative to: subtract it for one relative to the declaration. */
  readonly bodyStart: number;
  /** The place of a stretch of `text`. */
  range(start: number, end: number): TextRange;
}

/**
 * The cursor at a position; undefined in a file that is not of the workspace.
 * @param whole whether the word at the position is meant as a whole, as in hover; else only what stands before the position
 */
export function cursorPlace(
  workspace: Workspace,
  uri: string,
  position: TextPosition,
  whole = false,
): CursorPlace | undefined {
  const unit = workspace.unitOf(uri);
  const file = unit?.isms.files.get(uri);
  if (!unit || !file) return undefined;
  const { chunkIndex, offset } = file.text.locate(position);
  const chunk = file.text.chunks[chunkIndex];
  const read = (text: string, base: number, at: number, block: Block | undefined): CursorPlace => {
    const word = whole ? wordAround(text, at) : undefined;
    return {
      unit,
      cursor: cursorAt(text, word?.end ?? at),
      declaration: block?.declaration,
      text,
      bodyStart: base + (block?.chunk.bodyStart ?? 0),
      range: (start, end) => ({
        start: file.text.positionAt(chunkIndex, start - base),
        end: file.text.positionAt(chunkIndex, end - base),
      }),
    };
  };
  if (!chunk) return read('', 0, 0, undefined);
  // In the comments and empty lines before a declaration the one above may still be open, if its brace is missing.
  const previous = offset <= chunk.bodyStart && !whole ? file.text.chunks[chunkIndex - 1] : undefined;
  if (previous) {
    const text = previous.text + chunk.text.slice(0, chunk.bodyStart);
    const place = read(text, previous.text.length, previous.text.length + offset, file.blocks[chunkIndex - 1]);
    if (place.cursor.frames.length) return { ...place, bodyStart: previous.bodyStart };
  }
  return read(chunk.text, 0, offset, file.blocks[chunkIndex]);
}
