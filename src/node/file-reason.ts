/** Errors of the file system in words. */
import { later } from '../wording/wording.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: later('you may not'),
  EPERM: later('you may not'),
  EROFS: later('the file system is read-only'),
  ENOENT: later('its folder does not exist'),
  EEXIST: later('something of this name is there already'),
  ENOTDIR: later('a part of its path is a file'),
  EISDIR: later('it is a folder'),
  ENOSPC: later('the disk is full'),
  EDQUOT: later('your quota is used up'),
  EIO: later('the disk reports an error'),
  EBUSY: later('another program has it open'),
  EMFILE: later('too many files are open'),
  ENFILE: later('too many files are open'),
  ELOOP: later('its links go round in circles'),
  ENAMETOOLONG: later('its name is too long'),
  CHANGED_MEANWHILE: later('it has changed since it was read; run the command again'),
  LINK_IN_THE_WAY: later('it is a link, or lies behind one that leads out of the folder; replace the link by the file'),
  NOT_TEXT: later('it is not UTF-8 text; save it as UTF-8'),
  NAME_NOT_TEXT: later('its name is not UTF-8; rename it'),
  NOT_A_FILE: later('it is a pipe or a device, not a file'),
};

/** Why something could not be read or written, as the end of a sentence. */
export function fileReason(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
  return (typeof code === 'string' ? reasons[code] : undefined) ?? message ?? String(error);
}

/** Whether an error is of the file system, as `ENOSPC`, and not of the program. */
export const isFileError = (error: unknown): boolean =>
  /^(?:E[A-Z0-9]+|NOT_TEXT|NAME_NOT_TEXT|NOT_A_FILE)$/.test(String((error as { code?: unknown } | undefined)?.code));
