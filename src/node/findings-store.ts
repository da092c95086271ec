/** Findings on disk: a folder with a file for each key, of which the least recently used go. May be deleted at any time. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FindingsStore } from '../workspace/store/store.ts';

export interface StoreLimits {
  readonly entries: number;
  /** Of all entries together; a larger one is not kept. */
  readonly bytes: number;
}

const usualLimits: StoreLimits = { entries: 16, bytes: 64_000_000 };

/** Only what is named like this is ours, to be read or removed: a folder may hold other things. */
const entryName = /^[0-9a-f]{64}\.findings$/;
const temporaryName = /^[0-9a-f]{64}\.[0-9a-f-]{36}\.tmp$/;

/** After this, in milliseconds, nobody is still writing a temporary file. */
const abandoned = 3_600_000;

/**
 * A store in a folder, which is made when something is kept.
 * @param build tells this build of the program from every other one
 */
export function findingsStore(folder: string, build: string, limits: StoreLimits = usualLimits): FindingsStore {
  const pathOf = (key: string): string => join(folder, `${key}.findings`);
  return {
    hash: () => {
      // What regular expressions take for a letter depends on the version of Node.
      const hash = createHash('sha256').update(JSON.stringify([build, process.version]));
      return { update: text => void hash.update(text), digest: () => hash.digest('hex') };
    },
    read: async key => {
      const path = pathOf(key);
      try {
        const { size, isFile } = await entryAt(path);
        if (!isFile || size > limits.bytes) return undefined;
        const content = await readFile(path, 'utf8');
        const end = content.indexOf('\n');
        const text = content.slice(end + 1);
        if (content.slice(0, Math.max(0, end)) !== seal(key, text)) return undefined;
        const now = new Date();
        await utimes(path, now, now).catch(() => {});
        return text;
      } catch {
        return undefined;
      }
    },
    write: async (key, text) => {
      const content = Buffer.from(`${seal(key, text)}\n${text}`);
      if (content.length > limits.bytes) return;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const temporary = join(folder, `${key}.${randomUUID()}.tmp`);
      try {
        await writeFile(temporary, content, { flag: 'wx', mode: 0o600 });
        // A link that somebody put there is replaced, not followed.
        await rename(temporary, pathOf(key));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await removeOld(folder, limits);
    },
  };
}

/** Shows that an entry is whole, and kept under its own key. Whoever may write here can make one too. */
const seal = (key: string, text: string): string => createHash('sha256').update(key).update(text).digest('hex');

async function entryAt(path: string): Promise<{ size: number; time: number; isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, time: found.mtimeMs, isFile: found.isFile() };
}

/** Removes what is too much, the least recently used first. Another process may do the same at the same time. */
async function removeOld(folder: string, limits: StoreLimits): Promise<void> {
  const names = await readdir(folder);
  const remove = (name: string): Promise<void> => rm(join(folder, name), { force: true }).catch(() => {});
  const found = await Promise.all(
    names
      .filter(name => entryName.test(name) || temporaryName.test(name))
      .map(async name => ({ name, ...(await entryAt(join(folder, name)).catch(() => undefined)) })),
  );
  const isOld = (time: number): boolean => Date.now() - time > abandoned;
  for (const { name, time } of found)
    if (temporaryName.test(name) && time !== undefined && isOld(time)) await remove(name);
  const entries = found.filter(({ name }) => entryName.test(name));
  entries.sort((a, b) => (b.time ?? 0) - (a.time ?? 0));
  let bytes = 0;
  let count = 0;
  for (const { name, size = 0 } of entries) {
    bytes += size;
    if (++count > limits.entries || bytes > limits.bytes) await remove(name);
  }
}
