/** Which ISMS a folder is part of. */
import { dirname, join } from 'node:path';
import { declaresIsms } from '../workspace/isms-block.ts';
import { isThere, readText, sourcesIn, type Unread } from './files.ts';

export interface EnclosingIsms {
  /** The folder of the ISMS; undefined if there is none. */
  readonly root: string | undefined;
  /** The sources on the way that could not be read, and so may have declared an ISMS. */
  readonly unread: readonly Unread[];
}

/**
 * The folder of the ISMS that a folder belongs to: itself, or the nearest one above that has a file with an `isms` block. Looks no
 * higher than the top of a repository.
 */
export async function enclosingIsms(
  folder: string,
  read: (path: string) => Promise<string> = readText,
): Promise<EnclosingIsms> {
  const unread: Unread[] = [];
  for (let at = folder; ; at = dirname(at)) {
    for (const path of await sourcesIn(at)) {
      const text = await read(path).catch((error: unknown) => void unread.push({ path, error }));
      if (text !== undefined && declaresIsms(text)) return { root: at, unread };
    }
    if (at === dirname(at) || isThere(join(at, '.git'))) return { root: undefined, unread };
  }
}
