/** The declarations of a file that a range touches, and the nodes inside a declaration. */
import type { Block, SourceFile } from '../incremental/block.ts';
import type { AnyNode, Declaration } from '../model/declaration.ts';
import { isDefault } from '../model/default-value.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';

/** The blocks that a range touches, from top to bottom; all of the file if no range is given. */
export function blocksIn(file: SourceFile, range?: TextRange): readonly Block[] {
  if (!range) return file.blocks;
  const first = file.text.locate(range.start).chunkIndex;
  const last = file.text.locate(range.end).chunkIndex;
  return file.blocks.slice(Math.max(0, first), last + 1);
}

/** A declaration and everything in it that is a node of the model, from the outside in. */
export function* nodesIn(declaration: Declaration): Iterable<AnyNode> {
  yield* within(declaration as AnyNode);
}

function* within(node: AnyNode): Iterable<AnyNode> {
  yield node;
  for (const [feature, value] of Object.entries(node)) {
    if (feature.startsWith('$')) continue;
    for (const each of Array.isArray(value) ? value : [value])
      if (isNode(each) && !isDefault(each)) yield* within(each);
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && '$type' in value && '$start' in value;
