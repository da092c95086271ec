/** A chunk of a file with what was read from it. */

import type { AnyNode, Declaration, Definition, Kind, Problem, Span } from '../model/declaration.ts';
import type { Found } from '../model/view.ts';
import { readDeclaration } from '../syntax/read.ts';
import { mayHoldSuppressions } from '../syntax/suppressions.ts';
import type { Chunk, ChunkedText, TextRange } from '../syntax/text/chunked-text.ts';
import { saying } from '../wording/wording.ts';
import type { Defaults } from './defaults.ts';
import type { RecentBlocks } from './recent-blocks.ts';
import { Referenced } from './users.ts';

export interface SourceFile {
  readonly uri: string;
  readonly text: ChunkedText;
  /** Grows with each change of the text. */
  revision: number;
  /** One for each chunk of the text, in the same order. */
  blocks: readonly Block[];
  readonly recent: RecentBlocks;
  /** Those of its ISMS. */
  readonly defaults: Defaults;
}

/** What ties a declaration to the block and the text that it was read from. */
interface Traced {
  $block: Block | undefined;
  $revision: number;
}

const none: readonly never[] = [];

/**
 * The identity of a declaration over edits: an edit inside it, or of the comment before it, keeps the block and exchanges
 * what it holds. A block without a declaration holds text that is none, or only comments.
 *
 * Declarations are large beside their text and quickly read, so only those in use are kept; others are read again from the text.
 */
export class Block {
  readonly file: SourceFile;
  private ownChunk: Chunk;
  /** Whether comments in the chunk may silence rules; looked up once, since it is asked at each look at the findings. */
  mayHoldSuppressions: boolean;
  /** The kind of its declaration; undefined if it has none. */
  kind: Kind | undefined;
  /** The names that it declares, in the order of `$definitions`. */
  definitions: readonly SymbolDefinition[] = none;
  /** What its references lead to, in the order of `$references`. */
  symbols: readonly Sym[] = none;
  /** What is projected from it; see projections.ts. */
  projected: readonly unknown[] | undefined;
  /** What the checker keeps of it; see incremental/checker.ts. */
  checked: object | undefined;
  private held: Declaration | undefined;
  private knownProblems: readonly Problem[] | undefined;
  /** Another text, another revision; -1 once it has left its file. */
  private revision = 0;

  constructor(file: SourceFile, chunk: Chunk) {
    this.file = file;
    this.ownChunk = chunk;
    this.mayHoldSuppressions = mayHoldSuppressions(chunk.text);
  }

  get chunk(): Chunk {
    return this.ownChunk;
  }

  set chunk(chunk: Chunk) {
    this.ownChunk = chunk;
    this.mayHoldSuppressions = mayHoldSuppressions(chunk.text);
  }

  get declaration(): Declaration | undefined {
    if (!this.kind) return undefined;
    if (this.held) return this.held;
    this.held = this.read();
    this.file.recent.note(this);
    return this.held;
  }

  /** The declaration for one look, after which nobody is to have it. */
  peek(): Declaration {
    return this.held ?? this.read();
  }

  /** What reading found, in the order of the text; places are relative to the declaration, negative before it. */
  get problems(): readonly Problem[] {
    if (!this.knownProblems && this.kind) this.read();
    return this.knownProblems ?? none;
  }

  private read(): Declaration {
    const { text, bodyStart, bodyEnd } = this.chunk;
    const { declaration, problems } = readDeclaration(text, bodyStart, bodyEnd);
    if (!this.knownProblems) this.setProblems(problems);
    return this.trace(declaration as Declaration);
  }

  private trace(declaration: Declaration): Declaration {
    tie(declaration, this);
    this.file.defaults.apply(declaration);
    const traced = declaration as unknown as Traced;
    traced.$block = this;
    traced.$revision = this.revision;
    return declaration;
  }

  /** Takes a declaration that was read from the chunk; its names have to be in the index. */
  hold(declaration: Declaration): void {
    this.held = this.trace(declaration);
    this.file.recent.note(this);
  }

  /** The text is another one. What was read from the earlier one is of no block any more. */
  renew(kind: Kind | undefined): void {
    this.kind = kind;
    this.revision++;
    this.held = undefined;
    this.knownProblems = undefined;
  }

  /** Notes what reading the declaration found, and what stands around it. */
  setProblems(within: readonly Problem[]): void {
    const around = problemsAround(this.chunk);
    this.knownProblems = around.length ? [...around, ...within] : within.length ? within : none;
  }

  /** Forgets the declaration until it is asked for again. */
  release(): void {
    this.held = undefined;
  }

  /** The block is no longer part of its file; its text is nobody's declaration any more. */
  leave(): void {
    this.revision = -1;
    this.kind = undefined;
    this.held = undefined;
  }

  get hasLeft(): boolean {
    return this.revision < 0;
  }

  /** The block whose text a declaration was read from, if that text still stands there. */
  static of(declaration: Declaration): Block | undefined {
    const { $block, $revision } = declaration as unknown as Traced;
    return $block?.revision === $revision ? $block : undefined;
  }

  /** The place of a span (relative to the declaration) in the file: 0-based lines and UTF-16 columns. */
  range(span: Span): TextRange {
    const index = this.file.text.indexOf(this.chunk);
    const base = this.chunk.bodyStart;
    return this.file.text.rangeAt(index, base + span.start, base + span.end);
  }
}

/** Where a name is defined. The definition itself is looked up in the declaration, which is not kept for it. */
export class SymbolDefinition implements Found {
  readonly symbol: Sym;
  readonly block: Block;
  /** The type of the node that has the name. */
  readonly type: string;
  /** The place among the definitions of the declaration. */
  readonly index: number;

  constructor(symbol: Sym, block: Block, type: string, index: number) {
    this.symbol = symbol;
    this.block = block;
    this.type = type;
    this.index = index;
  }

  get declaration(): Declaration {
    return this.block.declaration as Declaration;
  }

  get definition(): Definition {
    return this.declaration.$definitions[this.index] as Definition;
  }

  get node(): AnyNode {
    return this.definition.node;
  }
}

export class Sym extends Referenced<Block> {
  readonly name: string;
  definitions: readonly SymbolDefinition[] = none;
  /** The users by what they refer to and their kind (see lookup.ts); forgotten when one comes, goes or changes. */
  using: Map<string, readonly Block[]> | undefined;
  /** What references of a type find, where there are several definitions; forgotten when one comes, goes or moves. */
  found: Map<string, readonly SymbolDefinition[]> | undefined;
  /** Cells (see incremental/checker.ts) that read this symbol from further away than one reference. */
  readers: Set<object> | undefined;

  constructor(name: string) {
    super();
    this.name = name;
  }

  /** The definition of a name that has just one. */
  get onlyDefinition(): SymbolDefinition | undefined {
    return this.definitions.length === 1 ? this.definitions[0] : undefined;
  }

  get isDefined(): boolean {
    return this.definitions.length > 0;
  }

  /** Notes a reader from further away. */
  addReader(reader: object): void {
    this.readers ??= new Set();
    this.readers.add(reader);
  }

  /** Whether nothing is known of the name any more. */
  get isForgotten(): boolean {
    return !this.isDefined && !this.userCount && !this.readers?.size;
  }
}

/**
 * Lets the references of a declaration lead to the symbols of its block, and gives all names the texts of their symbols: these are
 * found quickly, and what keeps one keeps no other text alive.
 */
function tie(declaration: Declaration, { definitions, symbols }: Block): void {
  const { $definitions, $references } = declaration;
  for (let i = 0; i < $definitions.length; i++) {
    const definition = $definitions[i] as { name: string } & Definition;
    definition.name = (definitions[i] as SymbolDefinition).symbol.name;
    const written = definition.node.names?.find(({ start }) => start === definition.start);
    if (written) (written as { value: string }).value = definition.name;
  }
  for (let i = 0; i < $references.length; i++) {
    const ref = $references[i] as { name: string; $symbol?: object | undefined };
    const symbol = symbols[i] as Sym;
    ref.name = symbol.name;
    ref.$symbol = symbol;
  }
}

/** The text of the declaration in a chunk, or of what stands in its place. */
export const bodyOf = (chunk: Chunk): string => chunk.text.slice(chunk.bodyStart, chunk.bodyEnd);

/** A comment before a declaration that nothing closes; it takes in the rest of the file. Places are negative: before the declaration. */
function problemsAround(chunk: Chunk): readonly Problem[] {
  if (!chunk.unclosedComment) return none;
  const at = chunk.text.lastIndexOf('/*', chunk.bodyStart === chunk.bodyEnd ? undefined : chunk.bodyStart);
  const start = Math.max(0, at) - chunk.bodyStart;
  const message = saying('This comment is not closed; add */ at its end.');
  return [{ code: 'syntax/error', message, start, end: start + 2 }];
}

/** The order of an ISMS: files by URI, in a file from top to bottom. The same whatever order files were read in. */
export function compareBlocks(a: Block, b: Block): number {
  if (a.file !== b.file) return a.file.uri < b.file.uri ? -1 : 1;
  return a.file.text.indexOf(a.chunk) - b.file.text.indexOf(b.chunk);
}
