/**
 * Views that note what is read through them. A block needs no note for what is one reference away, in either direction:
 * the symbol index knows it. Everything else is noted as a key ("all risks", "today", a query) or on the symbol.
 */
import { nodeTypes } from '../language/schema.ts';
import type { Declarations, Kind, Ref } from '../model/declaration.ts';
import { holdersOf, isShared, lookupBit, mayBeShared, targetsOf, usersLookup } from '../model/reference-types.ts';
import type { Inputs, IsmsView, Projection, Query } from '../model/view.ts';
import type { Block, Sym, SymbolDefinition } from './block.ts';
import type { Isms } from './isms.ts';
import type { KeySet, KeySets } from './key-sets.ts';
import { builtinOf, firstFound, found, isUsed, usersOf } from './lookup.ts';
import { countKey, kindKey, namesKey, type ReadKey } from './read-keys.ts';

/** What the runs of a rule on declarations of one kind have ever read. */
export interface ReadHistory {
  /** How they looked names up in the symbol index: as references of which types, or otherwise, as bits (see reference-types.ts). */
  lookups: number;
  readonly keys: Set<ReadKey>;
}

/** Takes the notes of one reader. */
export interface Notes {
  key(key: ReadKey): void;
  /** The definitions of a symbol were read, as a reference of this type sees them; all of them, if none is given. */
  symbol(symbol: Sym, type: string | undefined): void;
  /** The declarations of a kind that refer to a symbol were read. */
  users(symbol: Sym, kind: Kind): void;
}

export interface TrackingSource {
  readonly isms: Isms;
  readonly inputs: () => Inputs;
  /** Who takes notes of what is read now. */
  notes: Notes;
  value<T>(query: Query<T>): T;
  collect<K extends Kind, T>(projection: Projection<K, T>): readonly T[];
  first<K extends Kind, T>(projection: Projection<K, T>, accepts: (value: T) => boolean): T | undefined;
}

const accepted = () => true;

const noAlternatives: readonly never[] = [];

const noValues: readonly never[] = [];

/** How many names before and after a text are near to it. */
const near = 60;

/** A view of the ISMS that has notes taken of what is read. One view serves all readers, one after the other. */
export function trackingView(source: TrackingSource): IsmsView {
  const { isms } = source;
  /** What a reference names. What it is in another ISMS is noted as the same name in this one, which learns of each change there. */
  const lookUp = (ref: Ref): Sym => {
    const symbol = isms.symbols.of(ref);
    source.notes.symbol(isOwn(symbol) ? symbol : isms.symbols.intern(symbol.name), ref.type);
    return symbol;
  };
  const isOwn = (symbol: Sym): boolean => !isms.neighbours.list.length || isms.symbols.get(symbol.name) === symbol;
  /** All that a reference may mean: what this ISMS declares, or else what those share that it uses; of a reference in theirs, what they do. */
  const meant = (ref: Ref): readonly SymbolDefinition[] => {
    const symbol = lookUp(ref);
    const there = found(symbol, ref.type);
    if (!isOwn(symbol)) return there.filter(({ block }) => isShared(block.kind));
    return there.length ? there : isms.shared(symbol.name, ref.type);
  };
  const view: IsmsView = {
    get isms() {
      return view.all('Isms')[0];
    },
    get asOf() {
      source.notes.key('asOf');
      return source.inputs().asOf;
    },
    get lock() {
      source.notes.key('lock');
      return source.inputs().lock;
    },
    fileExists: (declaration, path) => {
      source.notes.key('files');
      const block = isms.blockInReach(declaration);
      return block && source.inputs().fileExists(block.file.uri, path);
    },
    all: <K extends Kind>(kind: K) => {
      source.notes.key(kindKey(kind));
      return isms.inForce(kind).map(block => block.declaration as Declarations[K]);
    },
    resolve: ref => (isms.neighbours.list.length ? meant(ref)[0] : firstFound(lookUp(ref), ref.type)),
    alternatives: ref => {
      if (isms.neighbours.list.length) return meant(ref).slice(1);
      const symbol = lookUp(ref);
      return symbol.onlyDefinition ? noAlternatives : found(symbol, ref.type).slice(1);
    },
    named: (name, type) => {
      const symbol = isms.symbols.intern(name);
      source.notes.symbol(symbol, type);
      return found(symbol, type);
    },
    shared: (name, type) => {
      source.notes.symbol(isms.symbols.intern(name), type);
      return isms.shared(name, type);
    },
    known: <K extends Kind>(kind: K) => {
      source.notes.key(kindKey(kind));
      return [...isms.blocks(kind), ...isms.sharedBlocks(kind)].map(block => block.declaration as Declarations[K]);
    },
    origin: declaration => isms.neighbours.list.find(other => other.isms.blockOf(declaration))?.path,
    // No notes: where either becomes otherwise, everything is checked again.
    get usesOthers() {
      return isms.neighbours.list.length > 0;
    },
    get isUsedByOthers() {
      return isms.isUsedByOthers;
    },
    neighbour: path => isms.neighbours.states.get(path),
    declaredAs: name => {
      const symbol = isms.symbols.intern(name);
      source.notes.symbol(symbol, undefined);
      const own = symbol.definitions;
      return [...new Set([...own, ...isms.sharedUnder(name)].map(({ type }) => type))];
    },
    builtin: builtinOf,
    users: (name, type, kind) => {
      const symbol = isms.symbols.intern(name);
      source.notes.users(symbol, kind);
      return usersOf(symbol, type, kind);
    },
    isUsed: (name, type, kind) => {
      const symbol = isms.symbols.intern(name);
      source.notes.users(symbol, kind);
      return isUsed(symbol, type, kind);
    },
    get: query => {
      source.notes.key(`query:${query.name}`);
      return source.value(query);
    },
    collect: projection => {
      source.notes.key(`projection:${projection.name}`);
      return source.collect(projection);
    },
    first: (projection, accepts = accepted) => {
      source.notes.key(`projection:${projection.name}`);
      return source.first(projection, accepts);
    },
    collectShared: projection => {
      source.notes.key(`projection:${projection.name}`);
      const { list } = isms.neighbours;
      return list.length && isShared(projection.kind)
        ? list.flatMap(other => other.isms.projections.values(projection))
        : noValues;
    },
    count: kind => {
      source.notes.key(countKey(kind));
      return isms.count(kind) || isms.inForce(kind).length;
    },
    names: type => {
      source.notes.key(namesKey(type));
      return isms.symbols.names(type).sorted();
    },
    namesAround: (type, text) => {
      source.notes.key(namesKey(type));
      const own = isms.symbols.names(type).around(text, near);
      const others = isms.neighbours.list;
      if (!others.length || !mayBeShared(type)) return own;
      return [
        ...new Set([own, ...others.map(({ isms: { symbols } }) => symbols.names(type).around(text, near))].flat()),
      ];
    },
  };
  return view;
}

/** Takes no notes. */
export const noNotes: Notes = { key: () => {}, symbol: () => {}, users: () => {} };

const none: ReadonlySet<never> = new Set();

/** The types of the nodes that have a name. */
const namedTypes: readonly string[] = Object.values(nodeTypes).flatMap(({ name, named }) =>
  named === 'never' ? [] : [name],
);

/** Notes for a block: only symbols that are further away than one reference are kept. One serves all blocks, one after the other. */
export class BlockNotes implements Notes {
  keys: KeySet;
  /** Symbols from further away. */
  symbols: ReadonlySet<Sym> = none;
  /** Of the rule that runs. */
  history: ReadHistory = { lookups: 0, keys: new Set() };
  private far: Set<Sym> | undefined;
  private block: Block | undefined;
  private readonly sets: KeySets;

  constructor(sets: KeySets) {
    this.sets = sets;
    this.keys = sets.empty;
  }

  /** Begins with what is known to be read, if not all is read again. */
  begin(block: Block, keys = this.sets.empty, symbols: ReadonlySet<Sym> = none): void {
    this.block = block;
    this.keys = keys;
    this.symbols = symbols;
    this.far = undefined;
  }

  key(key: ReadKey): void {
    this.history.keys.add(key);
    if (!this.keys.keys.has(key)) this.keys = this.sets.with(this.keys, key);
  }

  symbol(symbol: Sym, type: string | undefined): void {
    this.history.lookups |= lookupBit(type);
    if (!this.block?.symbols.includes(symbol) && !this.defines(symbol)) this.note(symbol);
  }

  /** Who refers to the same symbol is two references away; only the block that defines it is told of its users. */
  users(symbol: Sym): void {
    this.history.lookups |= usersLookup;
    if (!this.defines(symbol)) this.note(symbol);
  }

  private defines(symbol: Sym): boolean {
    const only = symbol.onlyDefinition;
    return only ? only.block === this.block : symbol.definitions.some(({ block }) => block === this.block);
  }

  private note(symbol: Sym): void {
    if (!this.far) this.symbols = this.far = new Set(this.symbols);
    this.far.add(symbol);
  }
}

/** Notes for a query: a symbol counts as all declarations of the kinds that it may lead to. */
export class QueryNotes implements Notes {
  keys: KeySet;
  private readonly sets: KeySets;

  constructor(sets: KeySets) {
    this.sets = sets;
    this.keys = sets.empty;
  }

  key(key: ReadKey): void {
    this.keys = this.sets.with(this.keys, key);
  }

  symbol(_symbol: Sym, type: string | undefined): void {
    for (const target of type ? targetsOf(type) : namedTypes)
      for (const kind of holdersOf(target)) this.key(kindKey(kind));
  }

  users(_symbol: Sym, kind: Kind): void {
    this.key(kindKey(kind));
  }
}
