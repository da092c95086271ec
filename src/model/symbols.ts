/**
 * The symbol index, which is also the dependency graph: a symbol (a name) knows where it is defined and which blocks refer
 * to it. A block is a reader of its own names and of the names it refers to without anything being stored for that; only
 * what reads a symbol from further away is noted in `readers`.
 */
import { type BuiltinEntry, builtin } from '../catalogues/builtin.ts';
import type { Block } from './block.ts';
import type { Declaration, Definition, Ref } from './declaration.ts';
import { SmallSet } from './small-set.ts';
import { SortedNames } from './sorted-names.ts';

export interface SymbolDefinition {
  readonly block: Block;
  readonly definition: Definition;
}

export class Sym {
  readonly name: string;
  readonly builtin: BuiltinEntry | undefined;
  definitions: SymbolDefinition[] = [];
  readonly users = new SmallSet<Block>();
  /** What lookup.ts found by this name; forgotten when a definition or a user comes, goes or changes. */
  found: Map<string, unknown> | undefined;
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
    for (const definition of declaration.$definitions) {
      const symbol = this.intern(definition.name);
      symbol.definitions.push({ block, definition });
      symbol.found = undefined;
      this.names(definition.type).add(definition.name);
    }
    for (const ref of declaration.$references) {
      const symbol = this.intern(ref.name);
      (ref as { $symbol?: Sym }).$symbol = symbol;
      symbol.users.add(block);
      symbol.found = undefined;
    }
  }

  /** A declaration stands elsewhere among the others than before. */
  reorder(declaration: Declaration): void {
    for (const { name } of [...declaration.$definitions, ...declaration.$references]) {
      const symbol = this.symbols.get(name);
      if (symbol) symbol.found = undefined;
    }
  }

  remove(block: Block, declaration: Declaration): void {
    for (const { name, type } of declaration.$definitions) {
      const symbol = this.intern(name);
      symbol.definitions = symbol.definitions.filter(definition => definition.block !== block);
      symbol.found = undefined;
      if (!symbol.definitions.some(({ definition }) => definition.type === type)) this.names(type).delete(name);
      this.forgetIfUnused(symbol);
    }
    for (const { name } of declaration.$references) {
      const symbol = this.symbols.get(name);
      if (!symbol) continue;
      symbol.users.delete(block);
      symbol.found = undefined;
      this.forgetIfUnused(symbol);
    }
  }

  private forgetIfUnused(symbol: Sym): void {
    if (!symbol.definitions.length && !symbol.users.size && !symbol.readers.size) this.symbols.delete(symbol.name);
  }
}
