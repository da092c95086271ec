/** How an ISMS was over time: which commits are looked at, what is read of each, and all of it together. Reads nothing itself. */
import { reasonOf } from '../model/fault.ts';
import type { CommitData, Past } from '../workspace/past.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { damageOf } from './damage.ts';
import type { FailedMoment, History, HistoryNews, Moment } from './history-data.ts';
import { type Snapshot, snapshotOf } from './moment.ts';

/** As many moments are shown. */
export const mostMoments = 50;

/** As much of a commit's id is told, in hexadecimal digits. */
const idLength = 10;

/** As much of the first line of a message is told, in UTF-16 code units. */
const subjectLength = 200;

/**
 * At most so many of a list, which are the first, the last, and between them each second, fourth, eighth and so on. With one more at the end
 * mostly the same are chosen, so that what is known of them counts on.
 * @param most at least 2
 */
export function thinned<T>(all: readonly T[], most: number): readonly T[] {
  let step = 1;
  while (Math.ceil((all.length - 1) / step) + 1 > most) step *= 2;
  return all.filter((_, index) => index % step === 0 || index === all.length - 1);
}

/**
 * The histories of ISMSs. What has been read of a commit is kept, so that each is read once.
 * A commit that cannot be read or is damaged fails alone, and is tried again the next time.
 */
export class Histories {
  /** By the ISMS and the commit. */
  readonly #known = new Map<string, Snapshot>();
  /** Values that snapshots share, by their JSON. */
  readonly #shared = new Map<string, unknown>();

  /**
   * What a page is told of the history of an ISMS.
   * @param root tells it from others
   * @param pause is awaited before each commit is read, so that whoever else waits gets a turn; what it throws ends the work
   */
  async read(root: string, past: Past, pause: () => Promise<void> = async () => {}): Promise<HistoryNews> {
    const { commits, isShallow, open } = past;
    if (!commits.length) return { kind: 'no-history', why: 'no-commit' };
    const chosen = thinned(commits, mostMoments);
    const found: [CommitData, Snapshot][] = [];
    const failed: FailedMoment[] = [];
    for (const commit of chosen) {
      const key = `${commit.id} ${root}`;
      let snapshot = this.#known.get(key);
      if (!snapshot) {
        await pause();
        try {
          snapshot = this.#sharing(wholeSnapshot(await open(commit)));
          this.#known.set(key, snapshot);
        } catch (error) {
          failed.push({ ...shown(commit), reason: reasonOf(error) });
          continue;
        }
      }
      found.push([commit, snapshot]);
    }
    this.#forget(root, new Set(chosen.map(({ id }) => `${id} ${root}`)));
    const history = historyOf(found, failed, { leftOut: commits.length - chosen.length, isShallow });
    return { kind: 'history', history };
  }

  /** Most of an ISMS is the same from one commit to the next. */
  #sharing(snapshot: Snapshot): Snapshot {
    const share = <T>(value: T): T => {
      const key = JSON.stringify(value);
      if (!this.#shared.has(key)) this.#shared.set(key, value);
      return this.#shared.get(key) as T;
    };
    const { method, risks, metrics } = snapshot;
    return { ...snapshot, method: share(method), risks: risks.map(share), metrics: metrics.map(share) };
  }

  /** What is not looked at any more need not be kept. */
  #forget(root: string, looked: ReadonlySet<string>): void {
    for (const key of this.#known.keys()) if (key.endsWith(` ${root}`) && !looked.has(key)) this.#known.delete(key);
    const used = new Set<unknown>();
    for (const { method, risks, metrics } of this.#known.values())
      for (const value of [method, ...risks, ...metrics]) used.add(value);
    for (const [key, value] of this.#shared) if (!used.has(value)) this.#shared.delete(key);
  }
}

/** What is damaged would be missing from the numbers without a word. */
function wholeSnapshot(unit: IsmsUnit): Snapshot {
  const [damage, ...more] = damageOf(unit);
  if (damage) {
    const { place, message } = damage;
    const others = more.length ? ` So are ${more.length} more places.` : '';
    throw new Error(`${place.path}:${place.line} is damaged: ${message}${others}`);
  }
  return snapshotOf(unit);
}

const shown = ({ id, day, subject }: CommitData): CommitData => ({
  id: id.slice(0, idLength),
  day,
  subject: subject.slice(0, subjectLength),
});

/** All of it together: what moments have in common is in it once. The same snapshots give the same history. */
export function historyOf(
  found: readonly (readonly [CommitData, Snapshot])[],
  failed: readonly FailedMoment[] = [],
  { leftOut, isShallow }: Pick<History, 'leftOut' | 'isShallow'> = { leftOut: 0, isShallow: false },
): History {
  const [methods, risks, metrics] = [
    new Pool<Snapshot['method']>(),
    new Pool<Snapshot['risks'][number]>(),
    new Pool<Snapshot['metrics'][number]>(),
  ];
  const moments = found.map(
    ([commit, snapshot]): Moment => ({
      ...shown(commit),
      method: methods.indexOf(snapshot.method),
      risks: snapshot.risks.map(risk => risks.indexOf(risk)),
      levels: snapshot.levels,
      soa: snapshot.soa,
      metrics: snapshot.metrics.map(metric => metrics.indexOf(metric)),
    }),
  );
  return {
    version: 1,
    methods: methods.values,
    risks: risks.values,
    metrics: metrics.values,
    moments,
    failed,
    leftOut,
    isShallow,
  };
}

/** Different values in the order in which they came, by what they say. */
class Pool<T> {
  readonly values: T[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #byIdentity = new Map<T, number>();

  indexOf(value: T): number {
    const known = this.#byIdentity.get(value);
    if (known !== undefined) return known;
    const key = JSON.stringify(value);
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.values.push(value) - 1;
      this.#indexes.set(key, index);
    }
    this.#byIdentity.set(value, index);
    return index;
  }
}
