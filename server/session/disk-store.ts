import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingsStore } from '../../src/node/findings-store.ts';
import type { FindingsStore } from '../../src/workspace/store/store.ts';

/** The store in a folder, given by its URI; none if it is no folder on disk, or if this program does not know which build it is. */
export function diskStore(folder: string): FindingsStore | undefined {
  // Put in by the bundler.
  const build = process.env.ISMS_BUILD;
  if (!build) return undefined;
  try {
    return findingsStore(join(fileURLToPath(folder), 'findings'), build);
  } catch {
    return undefined;
  }
}
