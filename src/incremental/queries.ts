/** The values of queries over one ISMS, kept until something that they read has changed. See model/view.ts. */

import { reasonOf } from '../model/fault.ts';
import type { Query } from '../model/view.ts';
import { equalData } from './equality.ts';
import type { KeySets, Reader } from './key-sets.ts';
import type { ReadKey } from './read-keys.ts';
import { QueryNotes } from './tracking.ts';

interface QueryCell extends Reader {
  readonly query: Query<unknown>;
  /** The last one that could be computed. */
  value: unknown;
  /** What was thrown instead of a value; whoever asks gets it too. */
  failure: { readonly error: unknown } | undefined;
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

  /** The value of a query. Throws what the query throws; that is kept as a value would be. */
  value<T>(query: Query<T>): T {
    let cell = this.cells.get(query.name);
    if (!cell) {
      cell = { query, value: undefined, failure: undefined, stale: true, keys: this.keySets.empty };
      this.cells.set(query.name, cell);
    }
    if (cell.stale) this.refresh(cell);
    if (cell.failure) throw cell.failure.error;
    return cell.value as T;
  }

  /**
   * Adds to the keys that changed those of the queries whose value changed with them. Queries that failed are tried again, since
   * not everything that a fault depends on is noted; with `everything` all are computed again.
   */
  addChanged(keys: Set<ReadKey>, everything = false): void {
    const stale: QueryCell[] = [];
    const work = [...keys];
    const mark = (cell: QueryCell): void => {
      if (cell.stale) return;
      cell.stale = true;
      stale.push(cell);
      work.push(`query:${cell.query.name}`);
    };
    for (const cell of this.cells.values()) if (everything || cell.failure) mark(cell);
    for (let key = work.pop(); key; key = work.pop()) {
      for (const reader of this.keySets.readersOf(key)) if (isQuery(reader)) mark(reader);
    }
    const before = stale.map(({ value, failure }) => ({ value, failure }));
    stale.forEach((cell, index) => {
      if (cell.stale) this.refresh(cell);
      const { value, failure } = before[index] as (typeof before)[number];
      if (cell.value !== value || !sameFailure(cell.failure, failure)) keys.add(`query:${cell.query.name}`);
    });
  }

  private refresh(cell: QueryCell): void {
    const notes = new QueryNotes(this.keySets);
    try {
      const value = this.compute(cell.query, notes);
      cell.failure = undefined;
      // An equal value keeps its identity: whoever read it need not look again.
      if (!equalData(cell.value, value)) cell.value = value;
    } catch (error) {
      cell.failure = { error };
    }
    // What it had read until it threw counts too: a change of that may be the end of the fault.
    this.keySets.assign(cell, notes.keys);
    cell.stale = false;
  }
}

const sameFailure = (a: QueryCell['failure'], b: QueryCell['failure']): boolean =>
  a && b ? reasonOf(a.error) === reasonOf(b.error) : a === b;
