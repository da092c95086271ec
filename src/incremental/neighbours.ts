/**
 * What an ISMS finds in others that it uses (`uses:`): the declarations of the kinds that the grammar calls shared, where nothing of its
 * own has the name. What the others use themselves is not looked at, so two ISMSs may use each other.
 */
import { isShared } from '../model/reference-types.ts';
import type { NeighbourState } from '../model/view.ts';
import type { SymbolDefinition } from './block.ts';
import { found } from './lookup.ts';
import type { SymbolIndex } from './symbols.ts';

export interface Neighbour<Isms> {
  readonly isms: Isms;
  /** The text of `uses:` that leads to it; the first where there are several. */
  readonly path: string;
}

export interface Neighbours<Isms> {
  /** Those that are there, each once, in the order in which they are named. */
  readonly list: readonly Neighbour<Isms>[];
  /** What each text of `uses:` leads to. */
  readonly states: ReadonlyMap<string, NeighbourState>;
}

export const noNeighbours: Neighbours<never> = { list: [], states: new Map() };

/** What a name stands for in one of them, as a reference of this type sees it. */
export const sharedBy = (
  neighbour: { readonly symbols: SymbolIndex },
  name: string,
  type: string,
): readonly SymbolDefinition[] => found(neighbour.symbols.get(name), type).filter(({ block }) => isShared(block.kind));

/** Whether two lead to the same ISMSs by the same texts. */
export const sameNeighbours = (a: Neighbours<object>, b: Neighbours<object>): boolean =>
  a.list.length === b.list.length &&
  a.list.every(({ isms, path }, index) => isms === b.list[index]?.isms && path === b.list[index]?.path) &&
  a.states.size === b.states.size &&
  [...a.states].every(([path, state]) => b.states.get(path) === state);
