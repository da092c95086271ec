/** Edits of a declaration's text as edits of its file. */
import type { Block } from '../incremental/block.ts';
import { formatWithin } from '../syntax/format/format.ts';
import { smallest } from '../syntax/format/white-space.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import { type ChunkEdit, compareEdits, spliced } from './fix-trial.ts';

/** A change of a file: 0-based lines and UTF-16 columns, as in LSP. */
export interface FileEdit {
  readonly uri: string;
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * Edits of a declaration's chunk as edits of its file. They may not overlap. A declaration that has the form of the formatter has it
 * afterwards.
 * @param lineWidth how long lines may become, in UTF-16 code units
 */
export function blockEdits(block: Block, edits: readonly ChunkEdit[], lineWidth: number): FileEdit[] {
  const { uri, text: file } = block.file;
  const index = file.indexOf(block.chunk);
  return inForm(block.chunk.text, edits, lineWidth).map(({ start, end, text }) => ({
    uri,
    range: file.rangeAt(index, start, end),
    newText: text,
  }));
}

/** The edits of a declaration's text; if it had the form of the formatter and would lose it by them, the one that leads to the form. */
function inForm(before: string, edits: readonly ChunkEdit[], lineWidth: number): readonly ChunkEdit[] {
  const after = spliced(before, [...edits].sort(compareEdits));
  const formed = formatWithin(after, { lineWidth });
  if (formed === after || formatWithin(before, { lineWidth }) !== before) return edits;
  const change = smallest(before, formed);
  return change ? [change] : [];
}
