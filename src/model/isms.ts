/**
 * One ISMS: its files as chunks, the declarations read from them, and the symbol index. Each change says which blocks it
 * touches, so that only these are checked again. Knows nothing of rules.
 */
import { kindKeywords } from '../language/schema.ts';
import { type Chunk, ChunkedText, type TextChange } from '../language/text/chunked-text.ts';
import { Block, bodyOf, compareBlocks, type SourceFile } from './block.ts';
import type { Declaration, Kind, Problem } from './declaration.ts';
import { sameFacts } from './facts.ts';
import { ProjectionStore } from './projections.ts';
import { readDeclaration } from './read.ts';
import { RecentBlocks } from './recent-blocks.ts';
import { mayHoldSuppressions } from './suppressions.ts';
import { type Sym, SymbolIndex } from './symbols.ts';

/** What a change means for others. Accumulates over several changes until it is taken. */
export class Delta {
  /** Blocks to check: changed ones, and those that refer to them or that they refer to. */
  readonly dirty = new Set<Block>();
  readonly removed = new Set<Block>();
  /** Projections of which a value differs. */
  readonly projections = new Set<string>();
  /** Kinds of which a declaration came, went or changed a fact. */
  readonly kinds = new Set<Kind>();
  /** Kinds of which a declaration came or went, or moved among the others. */
  readonly members = new Set<Kind>();
  /** Rules of the grammar by which a name was declared that came or went. */
  readonly names = new Set<string>();
  /** Cells that read a touched symbol from further away. */
  readonly readers = new Set<object>();
  /** Files whose text changed, by URI. */
  readonly files = new Set<string>();
}

export class Isms {
  readonly files = new Map<string, SourceFile>();
  readonly symbols = new SymbolIndex();
  private readonly blocksByKind = new Map<Kind, Set<Block>>();
  private readonly sortedByKind = new Map<Kind, readonly Block[]>();
  readonly projections = new ProjectionStore(this);
  private readonly recent = new RecentBlocks();
  private delta = new Delta();
  /** Whether nothing has been checked yet: then every block is dirty, and nobody has to be told of another. */
  private isFresh = true;
  /** How many declarations were parsed, for tests that count work. */
  parsed = 0;

  /** What has changed since this was last called. */
  takeDelta(): Delta {
    const { delta } = this;
    this.delta = new Delta();
    this.isFresh = false;
    return delta;
  }

  /** Adds a file, or gives it a whole new text. */
  setFile(uri: string, text: string): void {
    const file = this.files.get(uri);
    if (file) {
      this.editFile(uri, [{ text }]);
      return;
    }
    const added: SourceFile = {
      uri,
      revision: 0,
      text: new ChunkedText(text, kindKeywords),
      blocks: new Map(),
      recent: this.recent,
    };
    this.files.set(uri, added);
    this.delta.files.add(uri);
    for (const chunk of added.text.chunks) this.addBlock(added, chunk);
    this.recent.trim();
  }

  /** Lets go of declarations that are in nobody's use. To be called between pieces of work, not within one. */
  trim(): void {
    this.recent.trim();
  }

  editFile(uri: string, changes: readonly TextChange[]): void {
    const file = this.files.get(uri);
    if (!file) throw new RangeError(`not a file of this ISMS: ${uri}`);
    this.delta.files.add(uri);
    file.revision++;
    for (const change of changes) {
      const { removed, added } = file.text.applyEdit(change);
      this.exchange(file, removed, added);
    }
  }

  removeFile(uri: string): void {
    const file = this.files.get(uri);
    if (!file) return;
    for (const block of [...file.blocks.values()]) this.removeBlock(block);
    this.files.delete(uri);
    this.delta.files.add(uri);
  }

  /** The blocks of a kind, in the order of the ISMS. */
  blocks(kind: Kind): readonly Block[] {
    let sorted = this.sortedByKind.get(kind);
    if (!sorted) {
      sorted = [...(this.blocksByKind.get(kind) ?? [])].sort(compareBlocks);
      this.sortedByKind.set(kind, sorted);
    }
    return sorted;
  }

  count(kind: Kind): number {
    return this.blocksByKind.get(kind)?.size ?? 0;
  }

  /** The block that holds this declaration now; undefined for one that is no longer there. */
  blockOf(declaration: Declaration): Block | undefined {
    const block = Block.of(declaration);
    return block?.file.recent === this.recent ? block : undefined;
  }

  /** Puts new chunks in the place of old ones; what is the same declaration keeps its block. */
  private exchange(file: SourceFile, removed: readonly Chunk[], added: readonly Chunk[]): void {
    const free = new Set(removed.map(chunk => file.blocks.get(chunk) as Block));
    const byBody = new Candidates(free, block => bodyOf(block.chunk));
    const fresh: Chunk[] = [];
    for (const chunk of added) {
      const same = byBody.take(bodyOf(chunk));
      if (!same) {
        fresh.push(chunk);
        continue;
      }
      this.moveBlock(same, chunk);
      // Which of two equal names comes first is a fact too.
      if (added.length > 1 && same.declaration) {
        this.symbols.reorder(same.declaration);
        this.noteMember(same.declaration.$type);
        this.touch(same.declaration);
      }
    }
    const byName = new Candidates(free, block => block.declaration && identity(block.declaration));
    for (const chunk of fresh) {
      const { declaration, problems } = this.read(chunk);
      const heir = declaration && byName.take(identity(declaration));
      if (heir) this.replace(heir, chunk, declaration, problems);
      else this.insert(new Block(file, chunk, problems), declaration);
    }
    for (const block of free) this.removeBlock(block);
  }

  private read(chunk: Chunk): ReturnType<typeof readDeclaration> {
    const around = problemsAround(chunk);
    if (chunk.bodyStart === chunk.bodyEnd) return { problems: around };
    this.parsed++;
    const { declaration, problems } = readDeclaration(bodyOf(chunk));
    return { declaration, problems: around.length ? [...around, ...problems] : problems };
  }

  private addBlock(file: SourceFile, chunk: Chunk): void {
    const { declaration, problems } = this.read(chunk);
    this.insert(new Block(file, chunk, problems), declaration);
  }

  private insert(block: Block, declaration: Declaration | undefined): void {
    block.file.blocks.set(block.chunk, block);
    this.delta.dirty.add(block);
    if (declaration) this.link(block, declaration);
  }

  /** Only what stands around the declaration changed, such as the comment before it. */
  private moveBlock(block: Block, chunk: Chunk): void {
    block.file.blocks.delete(block.chunk);
    block.chunk = chunk;
    block.file.blocks.set(chunk, block);
    const around = problemsAround(chunk);
    const within = block.problems.filter(problem => problem.start >= 0);
    if (around.length || within.length !== block.problems.length) {
      block.problems = [...around, ...within];
      this.delta.dirty.add(block);
    }
    if (mayHoldSuppressions(chunk.text)) this.delta.dirty.add(block);
    if (block.kind) this.sortedByKind.delete(block.kind);
  }

  private replace(block: Block, chunk: Chunk, next: Declaration, problems: Block['problems']): void {
    const previous = block.declaration as Declaration;
    this.moveBlock(block, chunk);
    this.delta.dirty.add(block);
    const unchanged = sameFacts(previous, next);
    if (!unchanged) this.touch(previous);
    this.symbols.remove(block, previous);
    block.hold(next);
    block.problems = problems;
    this.symbols.add(block, next);
    if (unchanged) return;
    this.touch(next);
    this.noteProjections(this.projections.take(block, next));
    if (!sameNames(previous, next)) {
      this.noteNames(previous);
      this.noteNames(next);
    }
  }

  private link(block: Block, declaration: Declaration): void {
    block.hold(declaration);
    this.symbols.add(block, declaration);
    let blocks = this.blocksByKind.get(declaration.$type);
    if (!blocks) this.blocksByKind.set(declaration.$type, (blocks = new Set()));
    blocks.add(block);
    this.sortedByKind.delete(declaration.$type);
    this.projections.take(block, declaration);
    this.noteMember(declaration.$type);
    this.noteNames(declaration);
    this.touch(declaration);
  }

  /** Where a declaration came, went or moved, the order of what was read of all of its kind may differ. */
  private noteMember(kind: Kind): void {
    this.delta.members.add(kind);
    this.noteProjections(this.projections.reorder(kind));
  }

  private noteProjections(names: readonly string[]): void {
    for (const name of names) this.delta.projections.add(name);
  }

  private noteNames(declaration: Declaration): void {
    for (const { type } of declaration.$definitions) this.delta.names.add(type);
  }

  private removeBlock(block: Block): void {
    block.file.blocks.delete(block.chunk);
    this.delta.dirty.delete(block);
    this.delta.removed.add(block);
    const { declaration } = block;
    if (!declaration) return;
    this.touch(declaration);
    this.noteMember(declaration.$type);
    this.noteNames(declaration);
    this.delta.dirty.delete(block);
    this.symbols.remove(block, declaration);
    this.projections.drop(block, declaration.$type);
    block.leave();
    this.blocksByKind.get(declaration.$type)?.delete(block);
    this.sortedByKind.delete(declaration.$type);
  }

  /** Notes who may see that a declaration came, went or changed a fact. */
  private touch(declaration: Declaration): void {
    const { delta } = this;
    delta.kinds.add(declaration.$type);
    if (this.isFresh) return;
    const touchSymbol = (symbol: Sym | undefined, withUsers: boolean): void => {
      if (!symbol) return;
      for (const { block } of symbol.definitions) delta.dirty.add(block);
      if (withUsers) for (const block of symbol.users) delta.dirty.add(block);
      for (const reader of symbol.readers) delta.readers.add(reader);
    };
    for (const { name } of declaration.$definitions) touchSymbol(this.symbols.get(name), true);
    for (const { name } of declaration.$references) touchSymbol(this.symbols.get(name), false);
  }
}

/** A comment before a declaration that nothing closes; it takes in the rest of the file. Places are negative: before the declaration. */
function problemsAround(chunk: Chunk): Problem[] {
  if (!chunk.unclosedComment) return [];
  const at = chunk.text.lastIndexOf('/*', chunk.bodyStart === chunk.bodyEnd ? undefined : chunk.bodyStart);
  const start = Math.max(0, at) - chunk.bodyStart;
  const message = 'This comment is not closed; add */ at its end.';
  return [{ code: 'syntax/error', message, start, end: start + 2 }];
}

const sameNames = (a: Declaration, b: Declaration): boolean =>
  a.$definitions.length === b.$definitions.length &&
  a.$definitions.every(({ name, type }, i) => b.$definitions[i]?.name === name && b.$definitions[i]?.type === type);

/** What makes a declaration the same one after an edit inside it: its kind and first name. */
const identity = (declaration: Declaration): string => `${declaration.$type} ${declaration.names[0]?.value ?? ''}`;

/** Blocks to choose from by a key; a block that was taken is gone from the set too. */
class Candidates {
  private readonly byKey = new Map<string, Block[]>();
  private readonly free: Set<Block>;

  constructor(free: Set<Block>, keyOf: (block: Block) => string | undefined) {
    this.free = free;
    for (const block of free) {
      const key = keyOf(block);
      if (key === undefined) continue;
      const sharing = this.byKey.get(key);
      if (sharing) sharing.push(block);
      else this.byKey.set(key, [block]);
    }
  }

  take(key: string): Block | undefined {
    const block = this.byKey.get(key)?.shift();
    if (block) this.free.delete(block);
    return block;
  }
}
