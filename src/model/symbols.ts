/**
 * The symbol index, which is also the dependency graph: a symbol (a name) knows where it is defined and which blocks refer
 * to it. A block is a reader of its own names and of the names it refers to without anything being stored for that; only
 * what reads a symbol from further away is noted in `readers`.
 */
import { type BuiltinEntry, builtin } from '../catalogues/builtin.ts';
import type { Block } from './block.ts';
import type { AnyNode, Declaration, Definition, Ref } from './declaration.ts';
import { typeBit } from './reference-types.ts';
import { SmallSet } from './small-set.ts';
import { SortedNames } from './sorted-names.ts';
import { Users } from './users.ts';
import type { Found } from './view.ts';

/** Where a name is defined. The definition itself is looked up in the declaration, which is not kept for it. */
export class SymbolDefinition implements Found {
  readonly block: Block;
  /** The rule of the grammar that makes what has the name. */
  readonly type: string;
  /** The place among the definitions of the declaration. */
  private readonly index: number;

  constructor(block: Block, type: string, index: number) {
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

export class Sym {
  readonly name: string;
  readonly builtin: BuiltinEntry | undefined;
  definitions: SymbolDefinition[] = [];
  readonly users = new Users();
  /** The users by what they refer to and their kind (see lookup.ts); forgotten when one comes, goes or changes. */
  using: Map<string, readonly Block[]> | undefined;
  /** Cells (see rules/checker.ts) that read this symbol from further away than one reference. */
  readonly readers = new SmallSet<object>();

  constructor(name: string) {
    this.name = name;
    this.builtin = builtin(name);
  }
}

export class SymbolIndex {
  private readonly symbols = new Map<string, Sym>();
  private readonly namesByRule = new Map<string, SortedNames>();

  get(name: string): Sym | undefined {
    return this.symbols.get(name);
  }

  /** The symbol of a name, made if need be: an unresolved name has users too. */
  intern(name: string): Sym {
    let symbol = this.symbols.get(name);
    if (!symbol) this.symbols.set(name, (symbol = new Sym(name)));
    return symbol;
  }

  /** The symbol that a reference of this index names. */
  of(ref: Ref): Sym {
    return (ref as { $symbol?: Sym }).$symbol ?? this.intern(ref.name);
  }

  /** All symbols that are defined, in no order. */
  *defined(): Iterable<Sym> {
    for (const symbol of this.symbols.values()) if (symbol.definitions.length) yield symbol;
  }

  /** The names of what is declared by a rule, such as `Requirement`, in alphabetical order. */
  names(ruleName: string): SortedNames {
    let names = this.namesByRule.get(ruleName);
    if (!names) this.namesByRule.set(ruleName, (names = new SortedNames()));
    return names;
  }

  add(block: Block, declaration: Declaration): void {
    for (const [index, { name, type }] of declaration.$definitions.entries()) {
      const symbol = this.intern(name);
      symbol.definitions.push(new SymbolDefinition(block, type, index));
      symbol.using = undefined;
      this.names(type).add(name);
    }
    block.symbols = declaration.$references.map(ref => {
      const symbol = this.intern(ref.name);
      symbol.users.add(block, typeBit(ref.type));
      symbol.using = undefined;
      return symbol;
    });
    tie(declaration, block.symbols);
  }

  /** A declaration stands elsewhere among the others than before. */
  reorder(declaration: Declaration): void {
    for (const { name } of [...declaration.$definitions, ...declaration.$references]) {
      const symbol = this.symbols.get(name);
      if (symbol) symbol.using = undefined;
    }
  }

  remove(block: Block, declaration: Declaration): void {
    for (const { name, type } of declaration.$definitions) {
      const symbol = this.intern(name);
      symbol.definitions = symbol.definitions.filter(definition => definition.block !== block);
      symbol.using = undefined;
      if (!symbol.definitions.some(definition => definition.type === type)) this.names(type).delete(name);
      this.forgetIfUnused(symbol);
    }
    for (const symbol of block.symbols) {
      symbol.users.delete(block);
      symbol.using = undefined;
      this.forgetIfUnused(symbol);
    }
  }

  private forgetIfUnused(symbol: Sym): void {
    if (!symbol.definitions.length && !symbol.users.size && !symbol.readers.size) this.symbols.delete(symbol.name);
  }
}

/** Lets the references of a declaration lead to their symbols, which are given in the same order. */
export function tie(declaration: Declaration, symbols: readonly Sym[]): void {
  for (const [index, ref] of declaration.$references.entries()) (ref as { $symbol?: Sym }).$symbol = symbols[index];
}
