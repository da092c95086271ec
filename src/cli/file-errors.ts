/** Errors of the file system in words. */
import { printable } from '../language/text/printable.ts';
import { leadsOut } from '../node/files.ts';
import { UsageError } from './io.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not',
  EPERM: 'you may not',
  EROFS: 'the file system is read-only',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  ELOOP: 'its links go round in circles',
  ENAMETOOLONG: 'its name is too long',
  EFBIG: 'it would be larger than the system allows',
  EDQUOT: 'your share of the disk is full',
  EIO: 'the disk does not answer',
  ISMS_NOT_TEXT: 'it is not UTF-8 text; save it as UTF-8',
};

/** Why something could not be read or written. */
export function fileReason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return reasons[code ?? ''] ?? message ?? String(error);
}

/** Whether an error is of the file system, as `ENOSPC`, and not of the program. */
export const isFileError = (error: unknown): boolean =>
  error instanceof Error && /^E[A-Z0-9]+$/.test((error as NodeJS.ErrnoException).code ?? '');

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
