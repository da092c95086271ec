/** The declarations of a file that a range touches. */
import type { Block, SourceFile } from '../incremental/block.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';

/** The blocks that a range touches, from top to bottom; all of the file if no range is given. */
export function blocksIn(file: SourceFile, range?: TextRange): readonly Block[] {
  if (!range) return file.blocks;
  const first = file.text.locate(range.start).chunkIndex;
  const last = file.text.locate(range.end).chunkIndex;
  return file.blocks.slice(Math.max(0, first), last + 1);
}
