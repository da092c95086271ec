/** What stands at a position of a file. */

import type { Block } from '../incremental/block.ts';
import type { Definition, Ref } from '../model/declaration.ts';
import type { TextPosition } from '../syntax/text/chunked-text.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';

export interface Place {
  readonly unit: IsmsUnit;
  readonly block: Block;
  /** UTF-16 code units from the first character of the declaration; negative in the comments before it. */
  readonly offset: number;
  /** The reference under the position. */
  readonly reference: Ref | undefined;
  /** The name under the position, if it is the name of what is declared there. */
  readonly definition: Definition | undefined;
}

/** The place of a position; undefined in a file that is not of the workspace or empty. */
export function placeAt(workspace: Workspace, uri: string, position: TextPosition): Place | undefined {
  const unit = workspace.unitOf(uri);
  const file = unit?.isms.files.get(uri);
  if (!unit || !file) return undefined;
  const { chunkIndex, offset: inChunk } = file.text.locate(position);
  const candidates = [chunkIndex, chunkIndex - 1];
  for (const index of candidates) {
    const chunk = file.text.chunks[index];
    const block = file.blocks[index];
    if (!chunk || !block) continue;
    // At a boundary the position is also the end of the chunk before.
    const offset = (index === chunkIndex ? inChunk : chunk.text.length) - chunk.bodyStart;
    if (index !== chunkIndex && inChunk !== 0) break;
    const covers = (span: { start: number; end: number }): boolean => span.start <= offset && offset <= span.end;
    const reference = block.declaration?.$references.find(covers);
    const definition = reference ? undefined : block.declaration?.$definitions.find(covers);
    if (reference || definition || index === candidates.at(-1) || inChunk !== 0) {
      return { unit, block, offset, reference, definition };
    }
  }
  const chunk = file.text.chunks[chunkIndex];
  const block = file.blocks[chunkIndex];
  return block && chunk
    ? { unit, block, offset: inChunk - chunk.bodyStart, reference: undefined, definition: undefined }
    : undefined;
}
