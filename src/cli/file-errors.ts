/** Errors of the file system in words. */
/** Errors of the file system in words. */

import { fileReason } from '../node/file-reason.ts';
import { leadsOut } from '../node/files.ts';
import { printable } from '../syntax/text/printable.ts';
import { UsageError } from './io.ts';

export { fileReason, isFileError } from '../node/file-reason.ts';

/** For a file that is written whole or not at all, by itself. */
export const cannotWrite = (path: string, error: unknown): UsageError =>
  new UsageError(`${printable(path)} was not written: ${sentenceOf(fileReason(error))} Nothing was changed.`);

const sentenceOf = (reason: string): string => (/[.!?]$/.test(reason) ? reason : `${reason}.`);

/** Throws `UsageError` if a file that lies in a folder by its name would be written outside of it, through a link. */
export function refuseLinkOut(folder: string, path: string, name: string): void {
  if (!leadsOut(folder, path)) return;
  throw new UsageError(
    `${printable(name)} was not written: a link leads out of the folder of the ISMS. Replace the link by a file or folder, or write to where it leads.`,
  );
}
