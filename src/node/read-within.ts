/** Files of an ISMS that are no texts: read whole, within a folder, and no more than is asked for. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { sep } from 'node:path';
import type { FileBytes } from '../workspace/workspace.ts';
import { fileReason } from './file-reason.ts';
import { pathOf, realPath } from './files.ts';

/**
 * Reads the file at a normal URI, if it lies below a folder, also where links on its way lead to, and has at most so many bytes. What is no
 * file, such as a pipe, is not waited for. Does not reject: the reason is the end of a sentence.
 */
export async function readWithin(uri: string, within: string, most: number): Promise<FileBytes> {
  const [path, folder] = [pathOf(uri), pathOf(within)];
  if (path === undefined || folder === undefined) return { reason: 'it is no file of this machine' };
  // A name may have been typed on another system than it was saved on, with an accent as one character or as two.
  const spellings = [path, path.normalize('NFC'), path.normalize('NFD')];
  const real = spellings.map(realPath).find(found => found !== undefined);
  const root = realPath(folder);
  if (real === undefined || root === undefined) return { reason: 'there is no such file' };
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep))
    return { reason: 'a link leads out of the folder of the ISMS; put a copy there' };
  let file: FileHandle | undefined;
  try {
    // The real path has no links: one that was put there meanwhile is not followed, and a pipe is not waited for.
    file = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const what = await file.stat();
    if (what.isDirectory()) return { reason: 'it is a folder' };
    if (!what.isFile()) return { reason: 'it is a pipe or a device, not a file' };
    // One byte more tells whether there are more, whatever its size is said to be.
    const bytes = new Uint8Array(Math.min(what.size, most) + 1);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > most) return tooLarge(most);
    return length > what.size ? { reason: 'it was changed while it was read' } : { bytes: bytes.slice(0, length) };
  } catch (error) {
    return { reason: fileReason(error) };
  } finally {
    await file?.close();
  }
}

/** @param most in bytes */
const tooLarge = (most: number): FileBytes => ({ reason: `it is larger than ${most / 1024 / 1024} MiB` });
