/**
 * Views that note what is read through them. A block needs no note for what is one reference away, in either direction:
 * the symbol index knows it. Everything else is noted as a key ("all risks", "today", a query) or on the symbol.
 */
import type { Block } from '../model/block.ts';
import type { Declarations, Kind } from '../model/declaration.ts';
import type { Isms } from '../model/isms.ts';
import { builtinOf, found, isUsed, usersOf } from '../model/lookup.ts';
import { holdersOf, targetsOf } from '../model/reference-types.ts';
import type { Sym } from '../model/symbols.ts';
import type { Inputs, IsmsView, Projection, Query } from '../model/view.ts';

/** Something that many may have read: all declarations of a kind, how many there are, names, an input, a value. */
export type ReadKey =
  | `kind:${string}`
  | `count:${string}`
  | `names:${string}`
  | `projection:${string}`
  | `query:${string}`
  | 'asOf'
  | 'lock'
  | 'files';

export const kindKey = (kind: Kind): ReadKey => `kind:${kind}`;
export const countKey = (kind: Kind): ReadKey => `count:${kind}`;
export const namesKey = (ruleName: string): ReadKey => `names:${ruleName}`;

/** Takes the notes of one reader. */
export interface Notes {
  key(key: ReadKey): void;
  /** The definitions of a symbol were read. */
  symbol(symbol: Sym, ruleNames: Iterable<string>): void;
  /** The declarations of a kind that refer to a symbol were read. */
  users(symbol: Sym, kind: Kind): void;
}

export interface TrackingSource {
  readonly isms: Isms;
  readonly inputs: () => Inputs;
  /** Who takes notes of what is read now. */
  readonly notes: () => Notes;
  value<T>(query: Query<T>): T;
  collect<K extends Kind, T>(projection: Projection<K, T>): readonly T[];
}

/** How many names before and after a text are near to it. */
const near = 60;

/** A view of the ISMS that has notes taken of what is read. One view serves all readers, one after the other. */
export function trackingView(source: TrackingSource): IsmsView {
  const { isms } = source;
  const symbolRead = (name: string, ruleNames: Iterable<string>): Sym => {
    const symbol = isms.symbols.intern(name);
    source.notes().symbol(symbol, ruleNames);
    return symbol;
  };
  const view: IsmsView = {
    get isms() {
      return view.all('Isms')[0];
    },
    get asOf() {
      source.notes().key('asOf');
      return source.inputs().asOf;
    },
    get lock() {
      source.notes().key('lock');
      return source.inputs().lock;
    },
    fileExists: (declaration, path) => {
      source.notes().key('files');
      const block = isms.blockOf(declaration);
      return block && source.inputs().fileExists(block.file.uri, path);
    },
    all: <K extends Kind>(kind: K) => {
      source.notes().key(kindKey(kind));
      return isms.blocks(kind).map(block => block.declaration as Declarations[K]);
    },
    resolve: ref => view.candidates(ref)[0],
    candidates: ref => {
      const symbol = isms.symbols.of(ref);
      source.notes().symbol(symbol, targetsOf(ref.type));
      return found(symbol, ref.type);
    },
    named: (name, type) => found(symbolRead(name, targetsOf(type)), type),
    builtin: builtinOf,
    users: (name, ruleName, kind) => {
      const symbol = isms.symbols.intern(name);
      source.notes().users(symbol, kind);
      return usersOf(symbol, ruleName, kind);
    },
    isUsed: (name, ruleName, kind) => {
      const symbol = isms.symbols.intern(name);
      source.notes().users(symbol, kind);
      return isUsed(symbol, ruleName, kind);
    },
    get: query => {
      source.notes().key(`query:${query.name}`);
      return source.value(query);
    },
    collect: projection => {
      source.notes().key(`projection:${projection.name}`);
      return source.collect(projection);
    },
    count: kind => {
      source.notes().key(countKey(kind));
      return isms.count(kind);
    },
    names: ruleName => {
      source.notes().key(namesKey(ruleName));
      return isms.symbols.names(ruleName).sorted();
    },
    namesAround: (ruleName, text) => {
      source.notes().key(namesKey(ruleName));
      return isms.symbols.names(ruleName).around(text, near);
    },
  };
  return view;
}

/** Takes no notes. */
export const noNotes: Notes = { key: () => {}, symbol: () => {}, users: () => {} };

/** Notes for a block: only symbols that are further away than one reference are kept. */
export class BlockNotes implements Notes {
  keys: Set<ReadKey> | undefined;
  symbols: Set<Sym> | undefined;
  private readonly block: Block;

  constructor(block: Block) {
    this.block = block;
  }

  key(key: ReadKey): void {
    this.keys ??= new Set();
    this.keys.add(key);
  }

  symbol(symbol: Sym): void {
    const isNear = symbol.users.has(this.block) || symbol.definitions.some(({ block }) => block === this.block);
    if (!isNear) this.far(symbol);
  }

  /** Who refers to the same symbol is two references away; only the block that defines it is told of its users. */
  users(symbol: Sym): void {
    if (!symbol.definitions.some(({ block }) => block === this.block)) this.far(symbol);
  }

  private far(symbol: Sym): void {
    this.symbols ??= new Set();
    this.symbols.add(symbol);
  }
}

/** Notes for a query: a symbol counts as all declarations of the kinds that it may lead to. */
export class QueryNotes implements Notes {
  readonly keys = new Set<ReadKey>();

  key(key: ReadKey): void {
    this.keys.add(key);
  }

  symbol(_symbol: Sym, ruleNames: Iterable<string>): void {
    for (const name of ruleNames) for (const kind of holdersOf(name)) this.keys.add(kindKey(kind));
  }

  users(_symbol: Sym, kind: Kind): void {
    this.keys.add(kindKey(kind));
  }
}
