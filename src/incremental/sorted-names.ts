/** A sorted list of names that come and go one by one. Changes are put in when the list is next asked for. */
export class SortedNames {
  private names: string[] = [];
  /** Added before anybody asked; some may stand there twice. */
  private first: string[] | undefined = [];
  /** What `around` was last asked and answered. */
  private last: { readonly text: string; readonly each: number; readonly found: readonly string[] } | undefined;
  /** Whether a name that was added or deleted since is there now. */
  private readonly pending = new Map<string, boolean>();

  add(name: string): void {
    if (this.first) this.first.push(name);
    else this.pending.set(name, true);
  }

  delete(name: string): void {
    this.settle();
    this.pending.set(name, false);
  }

  /** How many names there are. */
  get size(): number {
    return this.sorted().length;
  }

  /** All names: case aside, then capitals first. */
  sorted(): readonly string[] {
    this.settle();
    return this.names;
  }

  /** The names that begin with a text, case aside, at most `limit`. */
  startingWith(prefix: string, limit: number): string[] {
    const names = this.sorted();
    const sought = prefix.toLowerCase();
    const found: string[] = [];
    for (let index = lowerBound(names, sought, ''); index < names.length && found.length < limit; index++) {
      const name = names[index] as string;
      if (!name.toLowerCase().startsWith(sought)) break;
      found.push(name);
    }
    return found;
  }

  /**
   * The names around the place where a text would stand, `each` before and after; all where there are at most twice as many. The same
   * list as long as nothing changes and the same is asked: of a name that is gone a thousand declarations may ask in turn.
   */
  around(text: string, each: number): readonly string[] {
    const names = this.sorted();
    const { last } = this;
    if (last?.text === text && last.each === each) return last.found;
    const at = lowerBound(names, text.toLowerCase(), text);
    // A list of its own even if it is all of them: that one changes in place.
    const found = names.length <= 2 * each ? names.slice() : names.slice(Math.max(0, at - each), at + each);
    this.last = { text, each, found };
    return found;
  }

  private settle(): void {
    if (this.first) {
      this.names = sortNames([...new Set(this.first)]);
      this.first = undefined;
    }
    if (!this.pending.size) return;
    this.last = undefined;
    const changes = [...this.pending].filter(([name, isThere]) => this.has(name) !== isThere);
    this.pending.clear();
    if (changes.length > 20) this.merge(changes);
    else {
      for (const [name, isThere] of changes) {
        const at = lowerBound(this.names, name.toLowerCase(), name);
        if (isThere) this.names.splice(at, 0, name);
        else this.names.splice(at, 1);
      }
    }
  }

  /** Many changes at once, such as those of a new file, in one pass. */
  private merge(changes: readonly (readonly [string, boolean])[]): void {
    const gone = new Set(changes.flatMap(([name, isThere]) => (isThere ? [] : [name])));
    const added = sortNames(changes.flatMap(([name, isThere]) => (isThere ? [name] : [])));
    const merged: string[] = [];
    let next = 0;
    for (const name of this.names) {
      while (next < added.length && compareNames(added[next] as string, name) < 0) merged.push(added[next++] as string);
      if (!gone.has(name)) merged.push(name);
    }
    while (next < added.length) merged.push(added[next++] as string);
    this.names = merged;
  }

  private has(name: string): boolean {
    return hasName(this.names, name);
  }
}

/** Whether a name is in a sorted list. */
export const hasName = (names: readonly string[], name: string): boolean =>
  names[lowerBound(names, name.toLowerCase(), name)] === name;

const compareLower = (aLower: string, a: string, bLower: string, b: string): number =>
  aLower < bLower ? -1 : aLower > bLower ? 1 : a < b ? -1 : a > b ? 1 : 0;

/** The order of names: case aside, then capitals first. */
export const compareNames = (a: string, b: string): number => compareLower(a.toLowerCase(), a, b.toLowerCase(), b);

function sortNames(names: readonly string[]): string[] {
  const keyed = names.map(name => ({ name, lower: name.toLowerCase() }));
  return keyed.sort((a, b) => compareLower(a.lower, a.name, b.lower, b.name)).map(({ name }) => name);
}

/** The first index whose name does not come before this one. */
function lowerBound(names: readonly string[], lower: string, name: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = names[middle] as string;
    if (compareLower(candidate.toLowerCase(), candidate, lower, name) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
