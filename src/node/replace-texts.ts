/** Writes new texts of several files, all or none. */
import { readFile } from 'node:fs/promises';
import { replaceText, WriteError } from './files.ts';

/** A file, its text as it was read, and the one that is to take its place. */
export interface TextChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A file that is another one by now than was read; told by its `code`. */
const changedMeanwhile = (path: string): Error =>
  Object.assign(new Error(`${path} has changed since it was read`), { code: 'CHANGED_MEANWHILE' });

/** Whether an error says that a file is another one by now than was read. */
export const isChangedMeanwhile = (error: unknown): boolean =>
  (error as { readonly code?: unknown } | undefined)?.code === 'CHANGED_MEANWHILE';

/**
 * Puts texts in the place of others; byte order marks stay. If a file cannot be written, or is another one by now, those written before
 * get their former texts back. Rejects with `WriteError`, which says what could not be taken back.
 */
export async function replaceTexts(changes: readonly TextChange[]): Promise<void> {
  const written: TextChange[] = [];
  // What cannot even be read is found out before anything is written.
  for (const { path } of changes) await readFile(path).catch(error => Promise.reject(new WriteError(path, error, [])));
  for (const change of changes) {
    try {
      if (!(await replaceText(change.path, change.before, change.after))) throw changedMeanwhile(change.path);
      written.push(change);
    } catch (error) {
      const left: string[] = [];
      for (const { path, before, after } of written) {
        const isBack = await replaceText(path, after, before).catch(() => false);
        if (!isBack) left.push(path);
      }
      throw new WriteError(change.path, error, left);
    }
  }
}
