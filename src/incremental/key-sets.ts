/** Who reads what: readers of the same keys share one set. There are many readers, but few different sets of what they read. */
import type { ReadKey } from './read-keys.ts';

/** What reads: a cell of the checker or a query. */
export interface Reader {
  keys: KeySet;
}

export class KeySet {
  readonly keys: ReadonlySet<ReadKey>;
  readonly readers = new Set<Reader>();
  /** The sets that have one key more. */
  readonly larger = new Map<ReadKey, KeySet>();

  constructor(keys: ReadonlySet<ReadKey>) {
    this.keys = keys;
  }
}

export class KeySets {
  /** The set of those that read nothing; its readers are not noted. */
  readonly empty = new KeySet(new Set());
  private readonly byName = new Map<string, KeySet>();
  private readonly byKey = new Map<ReadKey, KeySet[]>();

  /** The set with one key more. */
  with(set: KeySet, key: ReadKey): KeySet {
    if (set.keys.has(key)) return set;
    let larger = set.larger.get(key);
    if (!larger) set.larger.set(key, (larger = this.of([...set.keys, key])));
    return larger;
  }

  /** Makes a set that of what a reader reads now. */
  assign(reader: Reader, set: KeySet): void {
    if (reader.keys === set) return;
    reader.keys.readers.delete(reader);
    reader.keys = set;
    if (set !== this.empty) set.readers.add(reader);
  }

  /** All that read a key, in no order. */
  *readersOf(key: ReadKey): Iterable<Reader> {
    for (const { readers } of this.byKey.get(key) ?? []) yield* readers;
  }

  /** The set of some keys. */
  of(keys: readonly ReadKey[]): KeySet {
    if (!keys.length) return this.empty;
    const name = [...keys].sort().join('\n');
    let set = this.byName.get(name);
    if (set) return set;
    set = new KeySet(new Set(keys));
    this.byName.set(name, set);
    for (const key of keys) {
      const sets = this.byKey.get(key);
      if (sets) sets.push(set);
      else this.byKey.set(key, [set]);
    }
    return set;
  }
}
