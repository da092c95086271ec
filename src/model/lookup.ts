/** How names are looked up in an ISMS, without noting what was read. Answers are kept with the symbol until it changes. */
import { type BuiltinEntry, builtin } from '../catalogues/builtin.ts';
import { compareBlocks } from './block.ts';
import type { Declaration, Declarations, Kind, Ref } from './declaration.ts';
import { accepts, acceptsBuiltin } from './reference-types.ts';
import type { Sym } from './symbols.ts';
import type { Found } from './view.ts';

const nothing: readonly never[] = [];

/** Everything that a symbol is defined as and a reference of this type accepts, in the order of the ISMS. */
export function found(symbol: Sym | undefined, type: string): readonly Found[] {
  if (!symbol?.definitions.length) return nothing;
  return kept(symbol, type, () => {
    const fitting = symbol.definitions.filter(({ definition }) => accepts(type, definition.type));
    if (fitting.length > 1) {
      fitting.sort((a, b) => compareBlocks(a.block, b.block) || a.definition.start - b.definition.start);
    }
    return fitting.map(({ block, definition }) => ({
      declaration: block.declaration as Declaration,
      definition,
      node: definition.node,
    }));
  });
}

/** The declarations of a kind that refer to a symbol where a declaration made by the rule `ruleName` can be meant. */
export function usersOf<K extends Kind>(
  symbol: Sym | undefined,
  ruleName: string,
  kind: K,
): readonly Declarations[K][] {
  if (!symbol?.users.size) return nothing;
  return kept(symbol, `${ruleName} of ${kind}`, () => {
    const refersHere = (ref: Ref): boolean => ref.name === symbol.name && accepts(ref.type, ruleName);
    return [...symbol.users]
      .filter(block => block.declaration?.$type === kind && block.declaration.$references.some(refersHere))
      .sort(compareBlocks)
      .map(block => block.declaration as Declarations[K]);
  });
}

function kept<T>(symbol: Sym, key: string, find: () => T): T {
  symbol.found ??= new Map();
  const known = symbol.found.get(key);
  if (known !== undefined) return known as T;
  const value = find();
  symbol.found.set(key, value);
  return value;
}

/** The built-in entry that a reference refers to. */
export function builtinOf(ref: Ref): BuiltinEntry | undefined {
  const { $symbol } = ref as { $symbol?: Sym };
  const entry = $symbol ? $symbol.builtin : builtin(ref.name);
  return entry && acceptsBuiltin(ref.type, entry) ? entry : undefined;
}
