/** How names are looked up in an ISMS, without noting what was read. */
import { builtin, type FrameworkEntry } from '../frameworks/framework.ts';
import type { Declarations, Kind, Ref } from '../model/declaration.ts';
import { acceptingTypes, accepts, acceptsBuiltin } from '../model/reference-types.ts';
import type { Sym, SymbolDefinition } from './block.ts';
import { type Block, compareBlocks } from './block.ts';

const nothing: readonly never[] = [];

/** Everything that a symbol is defined as and a reference of this type accepts, in the order of the ISMS. */
export function found(symbol: Sym | undefined, type: string): readonly SymbolDefinition[] {
  if (!symbol?.isDefined) return nothing;
  const only = symbol.onlyDefinition;
  if (only) return accepts(type, only.type) ? [only] : nothing;
  symbol.found ??= new Map();
  let sorted = symbol.found.get(type);
  if (!sorted) {
    sorted = symbol.definitions.filter(definition => accepts(type, definition.type)).sort(compareDefinitions);
    symbol.found.set(type, sorted);
  }
  return sorted;
}

const compareDefinitions = (a: SymbolDefinition, b: SymbolDefinition): number =>
  compareBlocks(a.block, b.block) || a.index - b.index;

/** The first of what is found. */
export function firstFound(symbol: Sym, type: string): SymbolDefinition | undefined {
  const only = symbol.onlyDefinition;
  return only ? (accepts(type, only.type) ? only : undefined) : found(symbol, type)[0];
}

/** The declarations of a kind that refer to a symbol where a node of this type can be meant. */
export function usersOf<K extends Kind>(symbol: Sym | undefined, type: string, kind: K): readonly Declarations[K][] {
  if (!symbol?.userCount) return nothing;
  return usingBlocks(symbol, type, kind).map(block => block.declaration as Declarations[K]);
}

/** Whether any declaration of a kind does: quicker than asking for them. */
export const isUsed = (symbol: Sym, type: string, kind: Kind): boolean =>
  symbol.someUser(acceptingTypes(type), block => block.kind === kind);

/** Up to how many users are looked through each time. */
const few = 8;

/** The blocks; of many users kept with the symbol: for a control that thousands of risks name, finding them costs more than what is asked. */
function usingBlocks(symbol: Sym, type: string, kind: Kind): readonly Block[] {
  if (symbol.userCount <= few) return findUsing(symbol, type, kind);
  symbol.using ??= new Map();
  const key = `${type} of ${kind}`;
  let blocks = symbol.using.get(key);
  if (!blocks) symbol.using.set(key, (blocks = findUsing(symbol, type, kind)));
  return blocks;
}

const findUsing = (symbol: Sym, type: string, kind: Kind): readonly Block[] =>
  symbol
    .users(acceptingTypes(type))
    .filter(block => block.kind === kind)
    .sort(compareBlocks);

/** What a reference refers to in a built-in framework. */
export function builtinOf(ref: Ref): FrameworkEntry | undefined {
  const entry = builtin(ref.name);
  return entry && acceptsBuiltin(ref.type, entry) ? entry : undefined;
}
