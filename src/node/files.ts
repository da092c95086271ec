/** The one adapter to the file system: finds and reads the files of ISMSs, and writes files whole or not at all. */
import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import {
  chmod,
  type FileHandle,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { configFileName, lockFileName } from '../workspace/config.ts';
import { onInterruption } from './interruption.ts';

/** The ending of the language's files. */
export const sourceExtension = '.isms';

/** Whether a file name is that of a source, a configuration or a lock file. */
export const isIsmsFile = (name: string): boolean =>
  name.endsWith(sourceExtension) || name === configFileName || name === lockFileName;

/** A file that is no UTF-8 text. */
export class NotTextError extends Error {
  readonly code = 'ISMS_NOT_TEXT';

  constructor(path: string) {
    super(`${path} is not UTF-8 text`);
  }
}

/**
 * The paths of all sources, configuration and lock files under a folder, sorted. Hidden folders and `node_modules` are left out.
 * Links to folders are not followed, so there are no loops; a link to a file counts if the file lies elsewhere.
 * Rejects with the error of the file system if the folder cannot be read.
 */
export async function findIsmsFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const root = realpathSync(folder);
  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true });
    await Promise.all(
      entries.map(async entry => {
        const child = join(path, entry.name);
        if (entry.isDirectory()) {
          if (!isLeftOut(entry.name)) await visit(child);
        } else if (isIsmsFile(entry.name) && !entry.name.startsWith('.') && (await isFileOfOwn(entry, child, root))) {
          found.push(child);
        }
      }),
    );
  };
  await visit(folder);
  return found.sort();
}

const isLeftOut = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

async function isFileOfOwn(entry: Dirent, path: string, root: string): Promise<boolean> {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  try {
    const target = await realpath(path);
    return !target.startsWith(root + sep) && (await stat(target)).isFile();
  } catch {
    return false;
  }
}

/** Whether a path is a folder. Throws the error of the file system if nothing is there. */
export const isFolder = (path: string): boolean => statSync(path).isDirectory();

/** Whether anything is there. */
export const isThere = (path: string): boolean => existsSync(path);

/** The sources that lie in a folder itself, sorted; none where it cannot be read. */
export async function sourcesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(entry => entry.isFile() && entry.name.endsWith(sourceExtension) && !entry.name.startsWith('.'))
      .map(entry => join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/**
 * The text of a file without a byte order mark, as editors show it. Rejects with `NotTextError` if it is not UTF-8, or with the
 * error of the file system.
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotTextError(path);
  }
}

/** A text in place of one that was read before; the byte order mark stays. Returns whether it was written: not if the file is another one by now. */
export async function replaceText(path: string, before: string, after: string): Promise<boolean> {
  const bytes = await readFile(path);
  const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
  if (!bytes.equals(Buffer.concat([mark, Buffer.from(before)]))) return false;
  await writeWhole(path, Buffer.concat([mark, Buffer.from(after)]));
  return true;
}

const byteOrderMark = Buffer.from('\uFEFF');

/** What a file is to hold: at once, or piece by piece, each made when the one before it is written. */
export type Content = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file whole or not at all: to a new file beside it, which then takes its place, or goes if the process is interrupted. An
 * existing file keeps its permissions, a link stays a link, and a device or pipe is written to directly. Rejects with the error of the
 * file system, or with that of the content if a piece cannot be made.
 */
export async function writeWhole(path: string, content: Content): Promise<void> {
  const target = await resolveLink(path);
  const before = await stat(target).catch(() => undefined);
  if (before && !before.isFile() && !before.isDirectory()) {
    await writeNew(target, 'w', 0o666, content);
    return;
  }
  if (before?.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
  // Short, so that the name of the file may be as long as the file system allows; and of chance, as other containers have our process id.
  const temporary = join(dirname(target), `.isms-${randomUUID()}.tmp`);
  const forget = onInterruption(() => rmSync(temporary, { force: true }));
  try {
    await writeNew(temporary, 'wx', before ? before.mode & 0o7777 : 0o666, content, file => file.sync());
    // What the umask took from the mode of an existing file is given back.
    if (before) await chmod(temporary, before.mode & 0o7777);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  } finally {
    forget();
  }
}

async function writeNew(
  path: string,
  flags: 'w' | 'wx',
  mode: number,
  content: Content,
  finish?: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    // Each piece is written where the one before it ends.
    const isWhole = typeof content === 'string' || content instanceof Uint8Array;
    for await (const piece of isWhole ? [content] : content) await file.writeFile(piece);
    await finish?.(file);
  } finally {
    await file.close();
  }
}

/** A file that could not be written, and why. */
export class WriteError extends Error {
  readonly code = 'ISMS_NOT_WRITTEN';
  readonly path: string;
  /** What was written before and could not be taken back. */
  readonly left: readonly string[];

  constructor(path: string, cause: unknown, left: readonly string[]) {
    super(`${path} was not written`, { cause });
    this.path = path;
    this.left = left;
  }
}

/** Writes new files and the folders they need, all or none. Rejects with `WriteError`, which says what could not be taken back. */
export async function writeNewFiles(files: readonly { readonly path: string; readonly text: string }[]): Promise<void> {
  const written: string[] = [];
  const folders: string[] = [];
  for (const { path, text } of files) {
    try {
      const first = await mkdir(dirname(path), { recursive: true });
      for (let folder = dirname(path); first && folder.length >= first.length; folder = dirname(folder))
        folders.push(folder);
      await writeWhole(path, text);
    } catch (error) {
      const left: string[] = [];
      for (const other of written) await rm(other, { force: true }).catch(() => left.push(other));
      // The deepest first; one in which something else lies by now stays.
      for (const folder of folders.sort((a, b) => b.length - a.length)) await rmdir(folder).catch(() => {});
      throw new WriteError(path, error, left);
    }
    written.push(path);
  }
}

/**
 * Whether a path that lies in a folder leads out of it through a link, its own or that of a folder on the way. Whoever writes there would
 * change what is none of the folder's. A link to nowhere is replaced when it is written to, and leads nowhere.
 */
export function leadsOut(folder: string, path: string): boolean {
  if (!isBelow(folder, path)) return false;
  const root = realPathOf(folder);
  for (let at = path; root !== undefined && isBelow(folder, at); at = dirname(at)) {
    const real = realPathOf(at);
    if (real !== undefined) return real !== root && !isBelow(root, real);
  }
  return false;
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Where a link leads, so that it is not the link that is replaced. A link to nowhere is replaced. */
async function resolveLink(path: string): Promise<string> {
  const isLink = await lstat(path).then(
    entry => entry.isSymbolicLink(),
    () => false,
  );
  return isLink ? realpath(path).catch(() => path) : path;
}

export const uriOfPath = (path: string): string => pathToFileURL(path).href;

export const pathOfUri = (uri: string): string => fileURLToPath(uri);

/** Whether the file at a `file:` URI exists; undefined for what is no such URI. */
export function uriExists(uri: string): boolean | undefined {
  try {
    return existsSync(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}
