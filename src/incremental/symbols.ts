/**
 * The symbol index, which is also the dependency graph: a symbol (a name) knows where it is defined and which blocks refer
 * to it. A block is a reader of its own names and of the names it refers to without anything being stored for that; only
 * what reads a symbol from further away is noted in `readers`.
 */

import type { Ref } from '../model/declaration.ts';
import { typeBit } from '../model/reference-types.ts';
import type { Named } from '../syntax/outline.ts';
import { ownText } from '../syntax/text/own-text.ts';
import { type Block, Sym, SymbolDefinition } from './block.ts';
import { SortedNames } from './sorted-names.ts';

const none: readonly never[] = [];

export class SymbolIndex {
  private readonly symbols = new Map<string, Sym>();
  private readonly namesByType = new Map<string, SortedNames>();

  get(name: string): Sym | undefined {
    return this.symbols.get(name);
  }

  /** The symbol of a name, made if need be: an unresolved name has users too. */
  intern(name: string): Sym {
    let symbol = this.symbols.get(name);
    if (!symbol) {
      const own = ownText(name);
      symbol = new Sym(own);
      this.symbols.set(own, symbol);
    }
    return symbol;
  }

  /** The symbol that a reference of this index names. */
  of(ref: Ref): Sym {
    return (ref.$symbol as Sym | undefined) ?? this.intern(ref.name);
  }

  /** All symbols that are defined, in no order. */
  *defined(): Iterable<Sym> {
    for (const symbol of this.symbols.values()) if (symbol.isDefined) yield symbol;
  }

  /** The names of the nodes of a type, such as `Requirement`, in alphabetical order. */
  names(type: string): SortedNames {
    let names = this.namesByType.get(type);
    if (!names) this.namesByType.set(type, (names = new SortedNames()));
    return names;
  }

  /** Takes in what a block declares and refers to. */
  add(block: Block, definitions: readonly Named[], references: readonly Named[]): void {
    block.definitions = definitions.map(({ name, type }, index) => this.define(block, name, type, index));
    // Most declare one name, and nothing else has it: then both need but one list.
    const { symbol } = block.definitions[0] ?? {};
    if (symbol?.definitions.length === 1 && definitions.length === 1) symbol.definitions = block.definitions;
    block.symbols = references.map(({ name, type }) => {
      const symbol = this.intern(name);
      symbol.addUser(block, typeBit(type));
      symbol.using = undefined;
      return symbol;
    });
  }

  private define(block: Block, name: string, type: string, index: number): SymbolDefinition {
    const symbol = this.intern(name);
    const definition = new SymbolDefinition(symbol, block, type, index);
    symbol.definitions = symbol.definitions.concat(definition);
    symbol.using = undefined;
    symbol.found = undefined;
    this.names(type).add(symbol.name);
    return definition;
  }

  /** A block stands elsewhere among the others than before. */
  reorder(block: Block): void {
    for (const { symbol } of block.definitions) {
      symbol.using = undefined;
      symbol.found = undefined;
    }
    for (const symbol of block.symbols) symbol.using = undefined;
  }

  /** Takes out what a block declares and refers to. */
  remove(block: Block): void {
    for (const { symbol, type } of block.definitions) {
      symbol.definitions = symbol.definitions.filter(definition => definition.block !== block);
      symbol.using = undefined;
      symbol.found = undefined;
      if (!symbol.definitions.some(definition => definition.type === type)) this.names(type).delete(symbol.name);
      this.forgetIfUnused(symbol);
    }
    for (const symbol of block.symbols) {
      symbol.deleteUser(block);
      symbol.using = undefined;
      this.forgetIfUnused(symbol);
    }
    block.definitions = none;
    block.symbols = none;
  }

  private forgetIfUnused(symbol: Sym): void {
    if (symbol.isForgotten) this.symbols.delete(symbol.name);
  }
}
