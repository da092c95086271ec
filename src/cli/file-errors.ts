/** Errors of the file system in words. */
import { NotTextError } from '../node/files.ts';
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
};

/** Why something could not be read or written. */
export function fileReason(error: unknown): string {
  if (error instanceof NotTextError) return 'it is not UTF-8 text; save it as UTF-8';
  const { code, message } = error as { code?: string; message?: string };
  return reasons[code ?? ''] ?? message ?? String(error);
}

/** Whether an error is of the file system, as `ENOSPC`, and not of the program. */
export const isFileError = (error: unknown): boolean =>
  error instanceof Error && /^E[A-Z0-9]+$/.test((error as NodeJS.ErrnoException).code ?? '');

export const cannotWrite = (path: string, error: unknown): UsageError =>
  new UsageError(`${path} was not written: ${fileReason(error)}. Nothing was changed.`);
