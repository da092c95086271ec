/** Which ISMSs around one use it. */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { usedFolders } from '../workspace/uses.ts';
import {
  findIsmsFiles,
  isLeftOut,
  isThere,
  readText,
  sourceExtension,
  sourcesIn,
  type Unread,
  uriOfPath,
} from './files.ts';

export interface IsmssUsing {
  /** The folders of the ISMSs that use it, sorted. */
  readonly roots: readonly string[];
  /** The sources that could not be read, and so may use it. */
  readonly unread: readonly Unread[];
}

/** Looks in the git repository around an ISMS for those that use it; without one, in the folders beside it. */
export async function ismssUsing(
  root: string,
  read: (path: string) => Promise<string> = readText,
): Promise<IsmssUsing> {
  const wanted = uriOfPath(root);
  const roots = new Set<string>();
  const unread: Unread[] = [];
  for (const path of await sourcesAround(root)) {
    const text = await read(path).catch((error: unknown) => void unread.push({ path, error }));
    if (text !== undefined && usedFolders([[uriOfPath(path), text]]).has(wanted)) roots.add(dirname(path));
  }
  roots.delete(root);
  return { roots: [...roots].sort(), unread };
}

async function sourcesAround(root: string): Promise<string[]> {
  for (let at = root; ; at = dirname(at)) {
    if (isThere(join(at, '.git')))
      return (await findIsmsFiles(at)).paths.filter(path => path.endsWith(sourceExtension));
    if (at === dirname(at)) break;
  }
  // Above a home folder there may be anything, so only what lies beside it is looked at.
  const beside = await readdir(dirname(root), { withFileTypes: true }).catch(() => []);
  const folders = beside.filter(entry => entry.isDirectory() && !isLeftOut(entry.name));
  return (await Promise.all(folders.map(({ name }) => sourcesIn(join(dirname(root), name))))).flat();
}
