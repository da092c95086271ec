/** A chunk of a file with what was read from it. */
import type { Chunk, ChunkedText, TextRange } from '../language/text/chunked-text.ts';
import type { Declaration, Problem, Span } from './declaration.ts';

export interface SourceFile {
  readonly uri: string;
  readonly text: ChunkedText;
  /** In no order; the order is that of the text's chunks. */
  readonly blocks: Map<Chunk, Block>;
}

/**
 * The identity of a declaration over edits: an edit inside it, or of the comment before it, keeps the block and exchanges
 * what it holds. A block without a declaration holds text that is none, or only comments.
 */
export class Block {
  chunk: Chunk;
  readonly file: SourceFile;
  declaration: Declaration | undefined;
  problems: readonly Problem[];

  constructor(file: SourceFile, chunk: Chunk, declaration: Declaration | undefined, problems: readonly Problem[]) {
    this.file = file;
    this.chunk = chunk;
    this.declaration = declaration;
    this.problems = problems;
  }

  /** The place of a span (relative to the declaration) in the file: 0-based lines and UTF-16 columns. */
  range(span: Span): TextRange {
    const index = this.file.text.indexOf(this.chunk);
    const base = this.chunk.bodyStart;
    return {
      start: this.file.text.positionAt(index, base + span.start),
      end: this.file.text.positionAt(index, base + span.end),
    };
  }
}

/** The order of an ISMS: files by URI, in a file from top to bottom. The same whatever order files were read in. */
export function compareBlocks(a: Block, b: Block): number {
  if (a.file !== b.file) return a.file.uri < b.file.uri ? -1 : 1;
  return a.file.text.indexOf(a.chunk) - b.file.text.indexOf(b.chunk);
}
