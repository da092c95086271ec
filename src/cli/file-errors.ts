/** Errors of the file system in words. */

import { fileReason } from '../node/file-reason.ts';
import { UsageError } from './io.ts';

export { fileReason, isFileError } from '../node/file-reason.ts';

export const cannotWrite = (path: string, error: unknown): UsageError =>
  new UsageError(`${path} was not written: ${fileReason(error)}. Nothing was changed.`);
