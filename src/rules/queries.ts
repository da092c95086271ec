/** The values of queries over one ISMS, kept until something that they read has changed. See model/view.ts. */
import { equalData } from '../model/equality.ts';
import type { Query } from '../model/view.ts';
import type { KeySets, Reader } from './key-sets.ts';
import { QueryNotes, type ReadKey } from './tracking.ts';

interface QueryCell extends Reader {
  readonly query: Query<unknown>;
  value: unknown;
  stale: boolean;
}

export const isQuery = (reader: Reader): reader is QueryCell => 'query' in reader;

/** Computes a query, and has notes taken of what it reads. */
type Compute = (query: Query<unknown>, notes: QueryNotes) => unknown;

export class Queries {
  private readonly cells = new Map<string, QueryCell>();
  private readonly keySets: KeySets;
  private readonly compute: Compute;

  constructor(keySets: KeySets, compute: Compute) {
    this.keySets = keySets;
    this.compute = compute;
  }

  value<T>(query: Query<T>): T {
    let cell = this.cells.get(query.name);
    if (!cell) {
      cell = { query, value: undefined, stale: true, keys: this.keySets.empty };
      this.cells.set(query.name, cell);
    }
    if (cell.stale) this.refresh(cell);
    return cell.value as T;
  }

  /** Adds to the keys that changed those of the queries whose value changed with them. */
  addChanged(keys: Set<ReadKey>): void {
    const stale: QueryCell[] = [];
    const work = [...keys];
    for (let key = work.pop(); key; key = work.pop()) {
      for (const reader of this.keySets.readersOf(key)) {
        if (!isQuery(reader) || reader.stale) continue;
        reader.stale = true;
        stale.push(reader);
        work.push(`query:${reader.query.name}`);
      }
    }
    const before = stale.map(cell => cell.value);
    stale.forEach((cell, index) => {
      this.value(cell.query);
      if (cell.value !== before[index]) keys.add(`query:${cell.query.name}`);
    });
  }

  private refresh(cell: QueryCell): void {
    const notes = new QueryNotes(this.keySets);
    const value = this.compute(cell.query, notes);
    this.keySets.assign(cell, notes.keys);
    cell.stale = false;
    // An equal value keeps its identity: whoever read it need not look again.
    if (!equalData(cell.value, value)) cell.value = value;
  }
}
