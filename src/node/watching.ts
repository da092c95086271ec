/** Tells when the files of an ISMS have changed. */
import { watch as watchFolder } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type FoundFiles, findIsmsFiles, isIsmsFile, isLeftOut } from './files.ts';

export interface WatchOptions {
  /** How long nothing has to happen before somebody is told, in milliseconds: what saves a file often does so in several steps. */
  readonly delay?: number;
  /** How often the files of folders are looked at that the system does not watch, in milliseconds. */
  readonly interval?: number;
  /** What watches a folder, without those in it. */
  readonly watch?: (folder: string, told: (name: string | null) => void) => FolderWatcher;
}

export interface FolderWatcher {
  close(): void;
  on(event: 'error', failed: () => void): unknown;
}

export interface Watching {
  close(): void;
}

/**
 * Calls `changed` after sources, configuration or lock files under a folder came, went or changed, or links to them; not while something
 * still happens. Resolves once everything is watched that can be. Folders that come later are watched too. A folder that the system does
 * not watch, as on some network drives or beyond its limits, is looked at again and again; one that cannot be looked into is left alone
 * until it can be. The folder itself may come later, too.
 */
export async function watchFiles(folder: string, changed: () => void, options: WatchOptions = {}): Promise<Watching> {
  const watching = new Watcher(folder, changed, options);
  await watching.find();
  return watching;
}

/** Watches several folders, which may be others from time to time. */
export interface FoldersWatching extends Watching {
  /**
   * Watches these folders from now on, and no others; one that is not there yet is looked for. Resolves once they are watched, and says
   * whether one of them was not before: what happened in it until then was not told.
   */
  follow(folders: readonly string[]): Promise<boolean>;
}

/** The same for several folders; none is watched until some are given. */
export function watchFolders(changed: () => void, options: WatchOptions = {}): FoldersWatching {
  const watched = new Map<string, Promise<Watching>>();
  const end = (folder: string): void => {
    // One that could not be watched has nothing to close; whoever followed it was told.
    watched.get(folder)?.then(
      watching => watching.close(),
      () => {},
    );
    watched.delete(folder);
  };
  return {
    follow: async folders => {
      for (const folder of watched.keys()) if (!folders.includes(folder)) end(folder);
      const added = folders.filter(folder => !watched.has(folder));
      for (const folder of added) watched.set(folder, watchFiles(folder, changed, options));
      await Promise.all(watched.values());
      return added.length > 0;
    },
    close: () => {
      for (const folder of [...watched.keys()]) end(folder);
    },
  };
}

const systemWatch: NonNullable<WatchOptions['watch']> = (folder, told) =>
  watchFolder(folder, { persistent: false }, (_, name) => told(name));

class Watcher implements Watching {
  readonly #folder: string;
  readonly #changed: () => void;
  readonly #options: Required<WatchOptions>;
  /** Undefined for a folder that is only looked at. */
  readonly #watchers = new Map<string, FolderWatcher | undefined>();
  readonly #timer: NodeJS.Timeout;
  #waiting: NodeJS.Timeout | undefined;
  #paths = '';
  /** When the files of the folders that are not watched were written, as last seen. */
  #seen = '';
  #isNews = false;
  #isClosed = false;

  constructor(
    folder: string,
    changed: () => void,
    { delay = 100, interval = 2000, watch = systemWatch }: WatchOptions,
  ) {
    this.#folder = folder;
    this.#changed = changed;
    this.#options = { delay, interval, watch };
    this.#timer = setInterval(() => void this.#look(), interval).unref();
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    clearTimeout(this.#waiting);
    for (const watcher of this.#watchers.values()) watcher?.close();
    this.#watchers.clear();
  }

  /** Watches the folders that are there now, and lets go of those that are not. Returns whether other files are there than before. */
  async find(): Promise<boolean> {
    const found = await findIsmsFiles(this.#folder);
    if (this.#isClosed) return false;
    // A file behind a link changes where it lies; a folder that is not there may come.
    const folders = new Set([this.#folder, ...found.folders, ...[...found.links.values()].map(dirname)]);
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher?.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#watchers.set(folder, this.#begin(folder));
    this.#seen = await this.#timesOf(found);
    const before = this.#paths;
    this.#paths = [...found.paths, ...found.links.values()].join('\n');
    return this.#paths !== before;
  }

  #begin(folder: string): FolderWatcher | undefined {
    try {
      const watcher = this.#options.watch(folder, name => this.#happened(name));
      watcher.on('error', () => {
        // Gone, or closed to us: where it is still there, it is looked at from now on.
        watcher.close();
        if (this.#watchers.get(folder) === watcher) this.#watchers.set(folder, undefined);
        this.#happened(null);
      });
      return watcher;
    } catch {
      return undefined;
    }
  }

  /** Something happened to what has this name, or to something where the system does not say. */
  #happened(name: string | null): void {
    if (this.#isClosed || (name !== null && isLeftOut(name))) return;
    if (name === null || isIsmsFile(name)) this.#isNews = true;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#tell(), this.#options.delay);
  }

  async #tell(): Promise<void> {
    // Before anybody reads: what happens in a folder from now on is noticed.
    const areOthers = await this.find();
    if (this.#isClosed || (!areOthers && !this.#isNews)) return;
    this.#isNews = false;
    this.#changed();
  }

  /** Looks at the folders that are not watched. */
  async #look(): Promise<void> {
    if (![...this.#watchers.values()].includes(undefined)) return;
    const seen = await this.#timesOf(await findIsmsFiles(this.#folder));
    // What an earlier look saw is about to be told already; to begin to wait anew would put that off for ever.
    if (this.#isClosed || seen === this.#seen) return;
    this.#seen = seen;
    this.#happened(null);
  }

  /** The files of the folders that are not watched, as they were last written. */
  async #timesOf({ paths, links }: FoundFiles): Promise<string> {
    const isLookedAt = (path: string): boolean => {
      // A folder that is not known yet is new where nothing is watched.
      return this.#watchers.get(dirname(links.get(path) ?? path)) === undefined;
    };
    const times = await Promise.all(
      paths.filter(isLookedAt).map(async path => {
        const { mtimeMs, size } = await stat(path).catch(() => ({ mtimeMs: 0, size: 0 }));
        return `${path} ${mtimeMs} ${size}`;
      }),
    );
    return times.join('\n');
  }
}
