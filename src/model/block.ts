/** A chunk of a file with what was read from it. */
import type { Chunk, ChunkedText, TextRange } from '../language/text/chunked-text.ts';
import type { Declaration, Kind, Problem, Span } from './declaration.ts';
import { readDeclaration } from './read.ts';
import type { RecentBlocks } from './recent-blocks.ts';
import { type Sym, tie } from './symbols.ts';

export interface SourceFile {
  readonly uri: string;
  readonly text: ChunkedText;
  /** Grows with each change of the text. */
  revision: number;
  /** In no order; the order is that of the text's chunks. */
  readonly blocks: Map<Chunk, Block>;
  readonly recent: RecentBlocks;
}

/** Ties a declaration to the block and the text that it was read from; another text, another origin. */
export interface Origin {
  readonly block: Block;
}

interface Traced {
  $origin?: Origin;
}

/**
 * The identity of a declaration over edits: an edit inside it, or of the comment before it, keeps the block and exchanges
 * what it holds. A block without a declaration holds text that is none, or only comments.
 *
 * Declarations are large beside their text and quickly read, so only those in use are kept; others are read again from the text.
 */
export class Block {
  readonly file: SourceFile;
  chunk: Chunk;
  problems: readonly Problem[];
  /** The kind of its declaration; undefined if it has none. */
  kind: Kind | undefined;
  /** What its references lead to, in their order, so that a declaration that is read again need not look them up. */
  symbols: readonly Sym[] = [];
  private held: Declaration | undefined;
  private origin: Origin | undefined;

  constructor(file: SourceFile, chunk: Chunk, problems: readonly Problem[]) {
    this.file = file;
    this.chunk = chunk;
    this.problems = problems;
  }

  get declaration(): Declaration | undefined {
    if (!this.kind) return undefined;
    return this.held ?? this.readAgain();
  }

  private readAgain(): Declaration {
    const declaration = readDeclaration(bodyOf(this.chunk)).declaration as Declaration;
    tie(declaration, this.symbols);
    return this.keep(declaration);
  }

  /** Takes a declaration that was read from the chunk. What was read from an earlier text is of no block any more. */
  hold(declaration: Declaration): void {
    this.kind = declaration.$type;
    this.origin = { block: this };
    this.keep(declaration);
  }

  /** Forgets the declaration until it is asked for again. */
  release(): void {
    this.held = undefined;
  }

  /** The block is no longer part of its file. */
  leave(): void {
    this.origin = undefined;
  }

  private keep(declaration: Declaration): Declaration {
    this.held = declaration;
    (declaration as Traced).$origin = this.origin;
    this.file.recent.note(this);
    return declaration;
  }

  /** The block whose text a declaration was read from, if that text still stands there. */
  static of(declaration: Declaration): Block | undefined {
    const origin = (declaration as Traced).$origin;
    return origin && origin.block.origin === origin ? origin.block : undefined;
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

/** The text of the declaration in a chunk, or of what stands in its place. */
export const bodyOf = (chunk: Chunk): string => chunk.text.slice(chunk.bodyStart, chunk.bodyEnd);

/** The order of an ISMS: files by URI, in a file from top to bottom. The same whatever order files were read in. */
export function compareBlocks(a: Block, b: Block): number {
  if (a.file !== b.file) return a.file.uri < b.file.uri ? -1 : 1;
  return a.file.text.indexOf(a.chunk) - b.file.text.indexOf(b.chunk);
}
