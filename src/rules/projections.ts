/** The values of projections: one for each declaration, patched by what changed. See model/view.ts. */
import type { Block } from '../model/block.ts';
import type { Declarations, Kind } from '../model/declaration.ts';
import { equalData } from '../model/equality.ts';
import type { Delta, Isms } from '../model/isms.ts';
import type { Projection } from '../model/view.ts';

interface Store {
  readonly projection: Projection<Kind, unknown>;
  readonly values: Map<Block, unknown>;
  /** In the order of the ISMS; undefined when it has to be put together again. */
  sorted: readonly unknown[] | undefined;
}

export class ProjectionStore {
  private readonly isms: Isms;
  private readonly stores = new Map<string, Store>();

  constructor(isms: Isms) {
    this.isms = isms;
  }

  /** The values of a projection, in the order of the ISMS; taken from all declarations when first asked for. */
  values<K extends Kind, T>(projection: Projection<K, T>): readonly T[] {
    let store = this.stores.get(projection.name);
    if (!store) {
      store = { projection: projection as unknown as Projection<Kind, unknown>, values: new Map(), sorted: undefined };
      for (const block of this.isms.blocks(projection.kind)) take(store, block);
      this.stores.set(projection.name, store);
    }
    const { values } = store;
    store.sorted ??= this.isms.blocks(projection.kind).flatMap(block => (values.has(block) ? [values.get(block)] : []));
    return store.sorted as readonly T[];
  }

  /** Takes the values of what changed again. Returns the names of the projections that are not the same as before. */
  update(delta: Delta): string[] {
    const changed: string[] = [];
    for (const store of this.stores.values()) {
      const { kind, name } = store.projection;
      if (!delta.kinds.has(kind)) continue;
      // Where a declaration came, went or moved, the order of the values may differ.
      let differs = delta.members.has(kind);
      for (const block of delta.removed) if (store.values.delete(block)) differs = true;
      for (const block of delta.changed) {
        if (block.declaration?.$type === kind && take(store, block)) differs = true;
      }
      if (!differs) continue;
      store.sorted = undefined;
      changed.push(name);
    }
    return changed;
  }
}

/** Takes the value of a block's declaration; tells whether it differs from the one before. */
function take({ projection, values }: Store, block: Block): boolean {
  const value = projection.project(block.declaration as Declarations[Kind]);
  const before = values.get(block);
  if (value === undefined) return values.delete(block);
  if (values.has(block) && equalData(before, value)) return false;
  values.set(block, value);
  return true;
}
