import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileReason } from './file-reason.ts';

/** The bytes of a file, or why there are none, as the end of a sentence. */
export type ReadEntry = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly reason: string });

/**
 * What lies in a folder itself, in order of names, one after the other. Links are not followed, pipes and devices not opened. Throws the
 * error of the file system if the folder cannot be read.
 */
export async function* entriesIn(folder: string): AsyncGenerator<ReadEntry> {
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    try {
      const what = await lstat(path);
      if (what.isFile()) yield { name, bytes: await readFile(path) };
      else yield { name, reason: what.isSymbolicLink() ? 'it is a link' : 'it is no file' };
    } catch (error) {
      yield { name, reason: fileReason(error) };
    }
  }
}
