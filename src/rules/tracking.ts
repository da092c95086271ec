/**
 * Views that note what is read through them. A block needs no note for what is one reference away, in either direction:
 * the symbol index knows it. Everything else is noted as a key ("all risks", "today", a query) or on the symbol.
 */
import type { Block } from '../model/block.ts';
import type { Declaration, Declarations, Kind } from '../model/declaration.ts';
import type { Isms } from '../model/isms.ts';
import { builtinOf, found, usersOf } from '../model/lookup.ts';
import { holdersOf, targetsOf } from '../model/reference-types.ts';
import type { Sym } from '../model/symbols.ts';
import type { Inputs, IsmsView, Query } from '../model/view.ts';

/** Something that many may have read: all declarations of a kind, an input, the value of a query. */
export type ReadKey = `kind:${string}` | 'asOf' | 'lock' | 'files' | `query:${string}`;

export const kindKey = (kind: Kind): ReadKey => `kind:${kind}`;

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
  value<T>(query: Query<T>): T;
}

/** A view of the ISMS that takes notes. */
export function trackingView(source: TrackingSource, notes: Notes): IsmsView {
  const { isms } = source;
  const symbolRead = (name: string, ruleNames: Iterable<string>): Sym => {
    const symbol = isms.symbols.intern(name);
    notes.symbol(symbol, ruleNames);
    return symbol;
  };
  const view: IsmsView = {
    get isms() {
      return view.all('Isms')[0];
    },
    get asOf() {
      notes.key('asOf');
      return source.inputs().asOf;
    },
    get lock() {
      notes.key('lock');
      return source.inputs().lock;
    },
    fileExists: (declaration, path) => {
      notes.key('files');
      const block = isms.blockOf(declaration);
      return block && source.inputs().fileExists(block.file.uri, path);
    },
    all: <K extends Kind>(kind: K) => {
      notes.key(kindKey(kind));
      return isms.blocks(kind).map(block => block.declaration as Declarations[K]);
    },
    resolve: ref => found(symbolRead(ref.name, targetsOf(ref.type)), ref.type)[0],
    named: (name, type) => found(symbolRead(name, targetsOf(type)), type),
    builtin: builtinOf,
    users: (name, ruleName, kind) => {
      const symbol = isms.symbols.intern(name);
      notes.users(symbol, kind);
      return usersOf(symbol, ruleName, kind);
    },
    get: query => {
      notes.key(`query:${query.name}`);
      return source.value(query);
    },
  };
  return view;
}

/** Notes for a block: only symbols that are further away than one reference are kept. */
export class BlockNotes implements Notes {
  readonly keys = new Set<ReadKey>();
  readonly symbols = new Set<Sym>();
  private readonly block: Block;

  constructor(block: Block) {
    this.block = block;
  }

  key(key: ReadKey): void {
    this.keys.add(key);
  }

  symbol(symbol: Sym): void {
    const isNear = symbol.users.has(this.block) || symbol.definitions.some(({ block }) => block === this.block);
    if (!isNear) this.symbols.add(symbol);
  }

  /** Who refers to the same symbol is two references away; only the block that defines it is told of its users. */
  users(symbol: Sym): void {
    if (!symbol.definitions.some(({ block }) => block === this.block)) this.symbols.add(symbol);
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

export type { Declaration };
