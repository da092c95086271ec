/** The values of projections: one for each declaration, taken while it is at hand and kept. See view.ts. */
import type { Block } from './block.ts';
import type { Declaration, Declarations, Kind } from './declaration.ts';
import { equalData } from './equality.ts';
import type { Isms } from './isms.ts';
import { definedProjections, type Projection } from './view.ts';

interface Store {
  readonly projection: Projection<Kind, unknown>;
  readonly values: Map<Block, unknown>;
  /** In the order of the ISMS; undefined when it has to be put together again. */
  sorted: readonly unknown[] | undefined;
}

export class ProjectionStore {
  private readonly isms: Isms;
  private readonly byKind = new Map<Kind, Store[]>();
  private readonly byName = new Map<string, Store>();

  constructor(isms: Isms) {
    this.isms = isms;
    for (const projection of definedProjections) this.open(projection);
  }

  /** The values of a projection, in the order of the ISMS. */
  values<K extends Kind, T>(projection: Projection<K, T>): readonly T[] {
    let store = this.byName.get(projection.name);
    if (!store) {
      store = this.open(projection as unknown as Projection<Kind, unknown>);
      for (const block of this.isms.blocks(projection.kind)) take(store, block, block.declaration as Declaration);
    }
    const { values } = store;
    store.sorted ??= this.isms.blocks(projection.kind).flatMap(block => (values.has(block) ? [values.get(block)] : []));
    return store.sorted as readonly T[];
  }

  /** Takes the values of a declaration that came or changed a fact. Returns the names of the projections that differ. */
  take(block: Block, declaration: Declaration): string[] {
    return this.changed(declaration.$type, store => take(store, block, declaration));
  }

  /** A declaration went. */
  drop(block: Block, kind: Kind): void {
    this.changed(kind, store => store.values.delete(block));
  }

  /** Declarations of a kind came, went or moved: the order of the values may differ. Returns the names of its projections. */
  reorder(kind: Kind): string[] {
    return this.changed(kind, () => true);
  }

  private open(projection: Projection<Kind, unknown>): Store {
    const store: Store = { projection, values: new Map(), sorted: undefined };
    this.byName.set(projection.name, store);
    const ofKind = this.byKind.get(projection.kind);
    if (ofKind) ofKind.push(store);
    else this.byKind.set(projection.kind, [store]);
    return store;
  }

  private changed(kind: Kind, change: (store: Store) => boolean): string[] {
    const names: string[] = [];
    for (const store of this.byKind.get(kind) ?? []) {
      if (!change(store)) continue;
      store.sorted = undefined;
      names.push(store.projection.name);
    }
    return names;
  }
}

/** Takes the value of a declaration; tells whether it differs from the one before. */
function take({ projection, values }: Store, block: Block, declaration: Declaration): boolean {
  const value = projection.project(declaration as Declarations[Kind]);
  if (value === undefined) return values.delete(block);
  if (values.has(block) && equalData(values.get(block), value)) return false;
  values.set(block, value);
  return true;
}
