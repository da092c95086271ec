/**
 * One ISMS: its files as chunks, the declarations read from them, and the symbol index. Each change says which blocks it
 * touches, so that only these are checked again. Knows nothing of rules.
 */
import { kindKeywords, nodeTypes } from '../language/schema.ts';
import type { Declaration, Kind } from '../model/declaration.ts';
import { acceptingTypes, anyLookup, isShared, otherLookup } from '../model/reference-types.ts';
import { type Named, outlineOf } from '../syntax/outline.ts';
import { type ReadResult, readDeclaration } from '../syntax/read.ts';
import { type Chunk, type ChunkChange, ChunkedText, type TextChange } from '../syntax/text/chunked-text.ts';
import { Block, bodyOf, type SourceFile, type Sym, type SymbolDefinition } from './block.ts';
import { Defaults, defaultsKind } from './defaults.ts';
import { sameFacts } from './facts.ts';
import { found } from './lookup.ts';
import { Members } from './members.ts';
import { type Neighbours, noNeighbours, sameNeighbours, sharedBy } from './neighbours.ts';
import { ProjectionStore } from './projections.ts';
import { RecentBlocks } from './recent-blocks.ts';
import { SymbolIndex } from './symbols.ts';

/** What a change means for others. Accumulates over several changes until it is taken. */
export class Delta {
  /** Whether nothing has been checked yet: then every block is dirty, and none is named. */
  readonly isFirst: boolean;
  /** Whether it uses others than before, or is used by some where it was not, or the reverse: anything may differ. */
  hasOtherNeighbours = false;
  /** Blocks whose own text changed. */
  readonly dirty = new Set<Block>();
  /**
   * Blocks of which something one reference away changed, in either direction, with the ways in which a name has to be looked up to
   * see that, as bits (see reference-types.ts).
   */
  readonly near = new Map<Block, number>();
  readonly removed = new Set<Block>();
  /** Projections of which a value differs, or may stand elsewhere among the others. */
  readonly projections = new Set<string>();
  /** Kinds of which a declaration came, went or changed a fact. */
  readonly kinds = new Set<Kind>();
  /** Kinds of which a declaration came or went, or moved among the others. */
  readonly members = new Set<Kind>();
  /** Types of nodes of which a name came or went. */
  readonly names = new Set<string>();
  /** Cells that read a touched symbol from further away. */
  readonly readers = new Set<object>();
  /** Files whose text changed, by URI. */
  readonly files = new Set<string>();

  constructor(isFirst: boolean) {
    this.isFirst = isFirst;
  }
}

export class Isms {
  readonly files = new Map<string, SourceFile>();
  readonly symbols = new SymbolIndex();
  readonly projections = new ProjectionStore(this);
  private readonly members = new Map<Kind, Members>();
  private readonly recent = new RecentBlocks();
  private readonly defaults = new Defaults();
  private delta = new Delta(true);
  private others: Neighbours<Isms> = noNeighbours;
  /** Those that use this one. */
  private readonly usedBy = new Set<Isms>();
  /** How many declarations were parsed, for tests that count work. */
  parsed = 0;

  /** What has changed since this was last called. */
  takeDelta(): Delta {
    if (defaultsKind && this.delta.kinds.has(defaultsKind)) this.takeDefaults(defaultsKind);
    const { delta } = this;
    this.delta = new Delta(false);
    if (delta.isFirst) for (const kind of delta.members) this.noteProjections(delta, this.projections.namesOf(kind));
    return delta;
  }

  /** What holds for all of a kind may be something else: then each of them may say something else, although its text has not changed. */
  private takeDefaults(source: Kind): void {
    for (const kind of this.defaults.take(this.blocks(source)[0]?.peek())) {
      for (const block of this.blocks(kind)) {
        block.release();
        this.noteDirty(block);
        this.touch(block, kind);
        if (block.projected) this.noteProjections(this.delta, this.projections.take(block, block.peek()));
      }
    }
  }

  /** Adds a file, or gives it a whole new text. */
  setFile(uri: string, text: string): void {
    if (this.files.has(uri)) {
      this.editFile(uri, [{ text }]);
      return;
    }
    const chunked = new ChunkedText(text, kindKeywords);
    const file: SourceFile = {
      uri,
      revision: 0,
      text: chunked,
      blocks: [],
      recent: this.recent,
      defaults: this.defaults,
    };
    this.files.set(uri, file);
    this.delta.files.add(uri);
    file.blocks = chunked.chunks.map(chunk => this.addUnread(new Block(file, chunk)));
    this.recent.trim();
  }

  /** Lets go of declarations that are in nobody's use. To be called between pieces of work, not within one. */
  trim(most?: number): void {
    this.recent.trim(most);
  }

  /** Lets go of all declarations, after much work. */
  releaseAll(): void {
    this.recent.clear();
  }

  editFile(uri: string, changes: readonly TextChange[]): void {
    const file = this.files.get(uri);
    if (!file) throw new RangeError(`not a file of this ISMS: ${uri}`);
    this.delta.files.add(uri);
    file.revision++;
    for (const change of changes) this.exchange(file, file.text.applyEdit(change));
  }

  removeFile(uri: string): void {
    const file = this.files.get(uri);
    if (!file) return;
    for (const block of file.blocks) this.removeBlock(block);
    this.files.delete(uri);
    this.delta.files.add(uri);
  }

  /** The ISMSs that it uses. */
  get neighbours(): Neighbours<Isms> {
    return this.others;
  }

  /** Says which ISMSs it uses. */
  set neighbours(neighbours: Neighbours<Isms>) {
    if (sameNeighbours(this.others, neighbours)) return;
    for (const { isms } of this.others.list) isms.setUser(this, false);
    for (const { isms } of neighbours.list) isms.setUser(this, true);
    this.others = neighbours;
    this.delta.hasOtherNeighbours = true;
  }

  /** Whether another ISMS uses it. */
  get isUsedByOthers(): boolean {
    return this.usedBy.size > 0;
  }

  private setUser(user: Isms, uses: boolean): void {
    const before = this.isUsedByOthers;
    if (uses) this.usedBy.add(user);
    else this.usedBy.delete(user);
    // That it is used at all is read by rules without a note.
    if (this.isUsedByOthers !== before) this.delta.hasOtherNeighbours = true;
  }

  /** What a name stands for, as a reference of this type sees it, in the order of the ISMS: its own, or else what others share. */
  declared(name: string, type: string): readonly SymbolDefinition[] {
    const own = found(this.symbols.get(name), type);
    return own.length ? own : this.shared(name, type);
  }

  /** What a name stands for in the ISMSs that it uses. */
  shared(name: string, type: string): readonly SymbolDefinition[] {
    const { list } = this.others;
    return list.length ? list.flatMap(({ isms }) => sharedBy(isms, name, type)) : none;
  }

  /** Everything that the ISMSs that it uses share under a name. */
  sharedUnder(name: string): readonly SymbolDefinition[] {
    const { list } = this.others;
    return list.flatMap(({ isms }) =>
      (isms.symbols.get(name)?.definitions ?? []).filter(({ block }) => isShared(block.kind)),
    );
  }

  /** The blocks of a kind that count here: its own, or, of what an ISMS has one, that of the first that it uses and that has it. */
  inForce(kind: Kind): readonly Block[] {
    const own = this.blocks(kind);
    if (own.length || !nodeTypes[kind]?.single) return own;
    return this.sharedBlocks(kind).slice(0, 1);
  }

  /** The blocks of a kind that the ISMSs that it uses share, in the order in which they are named. */
  sharedBlocks(kind: Kind): readonly Block[] {
    const { list } = this.others;
    return list.length && isShared(kind) ? list.flatMap(({ isms }) => isms.blocks(kind)) : none;
  }

  /** All blocks, in no order. */
  allBlocks(): Block[] {
    return [...this.files.values()].flatMap(({ blocks }) => blocks);
  }

  /** The blocks of a kind, in the order of the ISMS. */
  blocks(kind: Kind): readonly Block[] {
    return this.members.get(kind)?.inOrder() ?? [];
  }

  count(kind: Kind): number {
    return this.members.get(kind)?.size ?? 0;
  }

  /** The block that holds this declaration now; undefined for one that is no longer there. */
  blockOf(declaration: Declaration): Block | undefined {
    const block = Block.of(declaration);
    return block?.file.recent === this.recent ? block : undefined;
  }

  /** The same for a declaration of an ISMS that it uses, too. */
  blockInReach(declaration: Declaration): Block | undefined {
    const own = this.blockOf(declaration);
    if (own || !this.others.list.length) return own;
    for (const { isms } of this.others.list) {
      const block = isms.blockOf(declaration);
      if (block) return block;
    }
    return undefined;
  }

  /** Puts new chunks in the place of old ones; what is the same declaration keeps its block. */
  private exchange(file: SourceFile, { index, removed, added }: ChunkChange): void {
    const before = file.blocks.slice(index, index + removed.length);
    const free = new Set(before);
    const byBody = new Candidates(free, block => bodyOf(block.chunk));
    const kept = added.map(chunk => byBody.take(bodyOf(chunk)));
    const byName = new Candidates(free, block => block.kind && identity(block.kind, block.definitions.map(nameOf)));
    const work: (() => void)[] = [];
    const after = added.map((chunk, i) => {
      const same = kept[i];
      if (same) {
        work.push(() => this.move(same, chunk));
        if (added.length > 1) work.push(() => this.noteMoved(same));
        return same;
      }
      const result = this.read(chunk);
      const { declaration } = result;
      const heir = declaration && byName.take(identity(declaration.$type, declaration.$definitions));
      const block = heir ?? new Block(file, chunk);
      work.push(() => (heir && declaration ? this.replace(heir, chunk, declaration, result) : this.add(block, result)));
      if (heir && added.length > 1) work.push(() => this.noteMoved(heir));
      return block;
    });
    if (after.length !== before.length || after.some((block, i) => block !== before[i])) {
      file.blocks = [...file.blocks.slice(0, index), ...after, ...file.blocks.slice(index + before.length)];
    }
    for (const step of work) step();
    for (const block of free) this.removeBlock(block);
  }

  private read(chunk: Chunk): ReadResult {
    if (chunk.bodyStart === chunk.bodyEnd) return { problems: [] };
    this.parsed++;
    return readDeclaration(chunk.text, chunk.bodyStart, chunk.bodyEnd);
  }

  private add(block: Block, { declaration, problems }: ReadResult): Block {
    block.renew(declaration?.$type);
    block.setProblems(problems);
    this.noteDirty(block);
    if (!declaration) return block;
    this.link(block, declaration.$type, declaration.$definitions, declaration.$references);
    block.hold(declaration);
    this.projections.take(block, declaration);
    this.notePlace(block);
    return block;
  }

  /** Adds a block of which only the outline is taken, if it is in order: the rest is read when it is checked. */
  private addUnread(block: Block): Block {
    const { chunk } = block;
    const { text, bodyStart, bodyEnd } = chunk;
    const outline = bodyStart === bodyEnd ? undefined : outlineOf(text, bodyStart, bodyEnd);
    if (!outline) return this.add(block, this.read(chunk));
    this.parsed++;
    block.renew(outline.kind);
    this.noteDirty(block);
    this.link(block, outline.kind, outline.definitions, outline.references);
    this.notePlace(block);
    return block;
  }

  private link(block: Block, kind: Kind, definitions: readonly Named[], references: readonly Named[]): void {
    this.symbols.add(block, definitions, references);
    let members = this.members.get(kind);
    if (!members) this.members.set(kind, (members = new Members()));
    members.add(block);
    this.noteMember(kind);
    this.noteNames(definitions);
    this.touch(block, kind);
  }

  /** A declaration may stand elsewhere among the others than before. Which of two equal names comes first is a fact too. */
  private noteMoved(block: Block): void {
    if (!block.kind) return;
    this.symbols.reorder(block);
    this.members.get(block.kind)?.move();
    this.noteMember(block.kind);
    this.notePlace(block);
    this.touch(block, block.kind);
  }

  /** What stands around a declaration may have changed, such as the comment before it, and where it stands. */
  private move(block: Block, chunk: Chunk): void {
    const had = block.chunk.unclosedComment;
    const within = had || chunk.unclosedComment ? block.problems.filter(problem => problem.start >= 0) : undefined;
    block.chunk = chunk;
    if (within) block.setProblems(within);
    if (within || block.mayHoldSuppressions) this.noteDirty(block);
  }

  private replace(block: Block, chunk: Chunk, next: Declaration, { problems }: ReadResult): void {
    const previous = block.declaration as Declaration;
    const kind = next.$type;
    this.defaults.apply(next);
    const unchanged = sameFacts(previous, next);
    this.move(block, chunk);
    this.noteDirty(block);
    if (!unchanged) this.touch(block, kind);
    const isLinked = sameLinks(previous, next);
    if (!isLinked) {
      this.symbols.remove(block);
      this.symbols.add(block, next.$definitions, next.$references);
    }
    block.renew(kind);
    block.hold(next);
    block.setProblems(problems);
    if (unchanged && !this.projections.hasFailed(block)) return;
    if (!isLinked) this.touch(block, kind);
    this.noteProjections(this.delta, this.projections.take(block, next));
    if (!sameNamed(previous.$definitions, next.$definitions)) {
      this.noteNames(previous.$definitions);
      this.noteNames(next.$definitions);
    }
  }

  private removeBlock(block: Block): void {
    const { kind } = block;
    this.delta.removed.add(block);
    if (kind) {
      this.touch(block, kind);
      this.noteNames(block.definitions);
      this.symbols.remove(block);
      this.members.get(kind)?.delete(block);
      this.noteMember(kind);
      this.notePlace(block);
    }
    this.delta.dirty.delete(block);
    this.delta.near.delete(block);
    block.leave();
  }

  private noteDirty(block: Block): void {
    if (!this.delta.isFirst) this.delta.dirty.add(block);
  }

  /** Where a declaration came, went or moved, the order of what was read of all of its kind may differ. */
  private noteMember(kind: Kind): void {
    this.delta.members.add(kind);
    this.projections.reorder(kind);
  }

  /** The projections that have a value for a declaration that came, went or moved; it is nothing to the others. */
  private notePlace(block: Block): void {
    if (!this.delta.isFirst) this.noteProjections(this.delta, this.projections.namesIn(block));
  }

  private noteNames(definitions: readonly { readonly type: string }[]): void {
    for (const { type } of definitions) {
      this.delta.names.add(type);
      for (const user of this.usedBy) user.delta.names.add(type);
    }
  }

  private noteProjections(delta: Delta, names: readonly string[]): void {
    for (const name of names) delta.projections.add(name);
  }

  /** Notes who may see that a declaration came, went or changed a fact. */
  private touch(block: Block, kind: Kind): void {
    const { delta } = this;
    delta.kinds.add(kind);
    if (this.usedBy.size && isShared(kind)) for (const user of this.usedBy) user.touchShared(block, kind);
    if (delta.isFirst) return;
    for (const { symbol } of block.definitions) {
      this.touchSymbol(symbol);
      const lookups = symbol.definitions.reduce((bits, { type }) => bits | acceptingTypes(type), otherLookup);
      for (const user of symbol.users()) this.noteNear(user, lookups);
    }
    for (const symbol of block.symbols) this.touchSymbol(symbol);
  }

  /** The same for a declaration of an ISMS that this one uses: its names may be looked up here. */
  private touchShared(block: Block, kind: Kind): void {
    const { delta } = this;
    delta.kinds.add(kind);
    delta.members.add(kind);
    if (delta.isFirst) return;
    this.noteProjections(delta, this.projections.namesOf(kind));
    for (const { symbol: theirs, type } of block.definitions) {
      const symbol = this.symbols.get(theirs.name);
      if (!symbol) continue;
      this.touchSymbol(symbol);
      for (const user of symbol.users()) this.noteNear(user, acceptingTypes(type) | otherLookup);
    }
  }

  private touchSymbol(symbol: Sym): void {
    for (const { block } of symbol.definitions) this.noteNear(block, anyLookup);
    for (const reader of symbol.readers ?? []) this.delta.readers.add(reader);
  }

  private noteNear(block: Block, lookups: number): void {
    const { near } = this.delta;
    near.set(block, (near.get(block) ?? 0) | lookups);
  }
}

const none: readonly never[] = [];

const nameOf = ({ symbol, type }: SymbolDefinition): Named => ({ name: symbol.name, type });

/** Whether two declarations declare and refer to the same in the same order: then the index is right for both. */
const sameLinks = (a: Declaration, b: Declaration): boolean =>
  sameNamed(a.$definitions, b.$definitions) && sameNamed(a.$references, b.$references);

const sameNamed = (a: readonly Named[], b: readonly Named[]): boolean =>
  a.length === b.length && a.every(({ name, type }, i) => b[i]?.name === name && b[i]?.type === type);

/** What makes a declaration the same one after an edit inside it: its kind and first name. */
const identity = (kind: Kind, definitions: readonly Named[]): string =>
  `${kind} ${definitions.find(({ type }) => type === kind)?.name ?? ''}`;

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
