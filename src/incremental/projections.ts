/** The values of projections: one for each declaration, kept with its block. See view.ts. */

import type { Declaration, Declarations, Kind } from '../model/declaration.ts';
import { reasonOf } from '../model/fault.ts';
import { definedProjections, type Projection } from '../model/view.ts';
import type { Block } from './block.ts';
import { equalData } from './equality.ts';

/** In the place of a value: what the projection threw. Whoever asks for the values gets it. */
class ProjectionFailure {
  readonly $error: unknown;
  /** Two that say the same are the same to whoever compares values. */
  readonly reason: string;

  constructor(error: unknown) {
    this.$error = error;
    this.reason = `failed: ${reasonOf(error)}`;
  }
}

interface Store {
  readonly projection: Projection<Kind, unknown>;
  /** Where in `Block.projected` its values are. */
  readonly slot: number;
  /** In the order of the ISMS; undefined when it has to be put together again. */
  sorted: readonly unknown[] | ProjectionFailure | undefined;
}

const none: readonly never[] = [];

/** Where the declarations of a kind come from, in the order of the ISMS. */
interface BlockSource {
  blocks(kind: Kind): readonly Block[];
}

export class ProjectionStore {
  private readonly isms: BlockSource;
  private readonly byKind = new Map<Kind, readonly Store[]>();
  private readonly byName = new Map<string, Store>();
  /** How many declarations were gone through for their values so far: work that may grow with the ISMS. */
  looked = 0;

  constructor(isms: BlockSource) {
    this.isms = isms;
    for (const projection of definedProjections) this.open(projection);
  }

  /** The values of a projection, in the order of the ISMS. Throws what the projection throws on any of them. */
  values<K extends Kind, T>(projection: Projection<K, T>): readonly T[] {
    const store = this.storeOf(projection);
    store.sorted ??= this.sorted(store);
    if (store.sorted instanceof ProjectionFailure) throw store.sorted.$error;
    return store.sorted as readonly T[];
  }

  /** The first value that is accepted; those behind it are not looked at. Throws what the projection throws on one that is. */
  first<K extends Kind, T>(projection: Projection<K, T>, accepts: (value: T) => boolean): T | undefined {
    for (const value of this.valuesOf(this.storeOf(projection))) {
      if (value instanceof ProjectionFailure) throw value.$error;
      if (accepts(value as T)) return value as T;
    }
    return undefined;
  }

  private sorted(store: Store): readonly unknown[] | ProjectionFailure {
    const values: unknown[] = [];
    for (const value of this.valuesOf(store)) {
      if (value instanceof ProjectionFailure) return value;
      values.push(value);
    }
    return values;
  }

  /** The values that are defined, in the order of the ISMS. */
  private *valuesOf({ projection, slot }: Store): Iterable<unknown> {
    for (const block of this.isms.blocks(projection.kind)) {
      this.looked++;
      this.ensure(block);
      const value = block.projected?.[slot];
      if (value !== undefined) yield value;
    }
  }

  private storeOf<K extends Kind, T>(projection: Projection<K, T>): Store {
    return this.byName.get(projection.name) ?? this.open(projection as unknown as Projection<Kind, unknown>);
  }

  /** Takes the values of a block that is not read yet, or of projections that came later; best while its declaration is at hand. */
  ensure(block: Block): void {
    const stores = this.storesOf(block.kind as Kind);
    if ((block.projected?.length ?? 0) < stores.length) block.projected = projectAll(stores, block.peek());
  }

  /** Whether a projection failed on a block: then its values are taken again whatever changes. */
  hasFailed(block: Block): boolean {
    return block.projected?.some(value => value instanceof ProjectionFailure) ?? false;
  }

  /** Takes the values of a declaration that changed a fact. Returns the names of the projections that differ. */
  take(block: Block, declaration: Declaration): readonly string[] {
    const before = block.projected ?? none;
    const stores = this.storesOf(declaration.$type);
    const values = projectAll(stores, declaration);
    // An equal value keeps its identity, as that of a query does.
    block.projected = values.map((value, slot) => (equalData(before[slot], value) ? before[slot] : value));
    const changed = stores.filter(({ slot }) => block.projected?.[slot] !== before[slot]);
    forget(changed);
    return changed.map(({ projection }) => projection.name);
  }

  /** Declarations of a kind came, went or moved: the order of the values may differ. */
  reorder(kind: Kind): void {
    forget(this.storesOf(kind));
  }

  /** The names of the projections of a kind. */
  namesOf(kind: Kind): readonly string[] {
    return this.storesOf(kind).map(({ projection }) => projection.name);
  }

  /** The names of those that have a value for a block, or may have one: all of its kind, if it is not read yet. */
  namesIn(block: Block): readonly string[] {
    const stores = this.storesOf(block.kind as Kind);
    const { projected } = block;
    const isKnown = projected !== undefined && projected.length >= stores.length;
    const among = isKnown ? stores.filter(({ slot }) => projected[slot] !== undefined) : stores;
    return among.map(({ projection }) => projection.name);
  }

  private open(projection: Projection<Kind, unknown>): Store {
    const ofKind = this.storesOf(projection.kind);
    const store: Store = { projection, slot: ofKind.length, sorted: undefined };
    this.byName.set(projection.name, store);
    this.byKind.set(projection.kind, [...ofKind, store]);
    return store;
  }

  private storesOf(kind: Kind): readonly Store[] {
    return this.byKind.get(kind) ?? none;
  }
}

/** The values of a declaration. Of those that are equal one is kept: several projections say where an asset is. */
function projectAll(stores: readonly Store[], declaration: Declaration): readonly unknown[] {
  if (!stores.length) return none;
  const different: object[] = [];
  return stores.map(({ projection }) => {
    const value = projected(projection, declaration);
    if (typeof value !== 'object' || value === null) return value;
    const same = different.find(other => equalData(other, value));
    if (!same) different.push(value);
    return same ?? value;
  });
}

function projected(projection: Projection<Kind, unknown>, declaration: Declaration): unknown {
  try {
    return projection.project(declaration as Declarations[Kind]);
  } catch (error) {
    return new ProjectionFailure(error);
  }
}

/** Has the values put together again when they are next asked for. */
function forget(stores: readonly Store[]): void {
  for (const store of stores) store.sorted = undefined;
}
