/** Errors of the file system in words. */

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not',
  EPERM: 'you may not',
  EROFS: 'the file system is read-only',
  ENOENT: 'its folder does not exist',
  EEXIST: 'something of this name is there already',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota is used up',
  EIO: 'the disk reports an error',
  EBUSY: 'another program has it open',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'its links go round in circles',
  ENAMETOOLONG: 'its name is too long',
  CHANGED_MEANWHILE: 'it has changed since it was read; run the command again',
  LINK_IN_THE_WAY: 'it is a link, or lies behind one that leads out of the folder; replace the link by the file',
  NOT_TEXT: 'it is not UTF-8 text; save it as UTF-8',
  NAME_NOT_TEXT: 'its name is not UTF-8; rename it',
  NOT_A_FILE: 'it is a pipe or a device, not a file',
};

/** Why something could not be read or written, as the end of a sentence. */
export function fileReason(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
  return (typeof code === 'string' ? reasons[code] : undefined) ?? message ?? String(error);
}

/** Whether an error is of the file system, as `ENOSPC`, and not of the program. */
export const isFileError = (error: unknown): boolean =>
  /^(?:E[A-Z0-9]+|NOT_TEXT|NAME_NOT_TEXT|NOT_A_FILE)$/.test(String((error as { code?: unknown } | undefined)?.code));
