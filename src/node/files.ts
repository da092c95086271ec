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
import { isSideFile } from '../workspace/configuration/config.ts';
import { pathOfUri as pathOfUriOn, uriOfPath as uriOfPathOn } from '../workspace/uri.ts';
import { onInterruption } from './interruption.ts';

/** The ending of the language's files. */
export const sourceExtension = '.isms';

/** Whether a file name is that of a source, or of a file that an ISMS has beside them. */
export const isIsmsFile = (name: string): boolean => name.endsWith(sourceExtension) || isSideFile(name);

/** A file that is no UTF-8 text; told by its `code`, since a class may be bundled more than once. */
const notText = (path: string): Error => Object.assign(new Error(`${path} is not UTF-8 text`), { code: 'NOT_TEXT' });

/** Something that is no file: a pipe or a device, which could make whoever reads it wait for ever. */
const notAFile = (path: string): Error => Object.assign(new Error(`${path} is not a file`), { code: 'NOT_A_FILE' });

/**
 * The error of a name that is no UTF-8, where an error says that nothing is there: such a name reads as one with U+FFFD, which is that of
 * no file.
 */
const nameError = (path: string, error: unknown): unknown =>
  isGone(error) && path.includes('\uFFFD')
    ? Object.assign(new Error(`the name of ${path} is not UTF-8`), { code: 'NAME_NOT_TEXT' })
    : error;

/** What could not be read, and the error of the file system. */
export interface Unread {
  readonly path: string;
  readonly error: unknown;
}

/** What was found under a folder. */
export interface FoundFiles {
  /** The paths of sources, configuration and lock files, sorted. */
  readonly paths: readonly string[];
  /** Where links to files lead: their real paths, by path. */
  readonly links: ReadonlyMap<string, string>;
  /** The folders that were looked into, sorted. */
  readonly folders: readonly string[];
  /** The folders that could not be looked into, in order of their paths. */
  readonly unread: readonly Unread[];
}

/**
 * Looks for all sources, configuration and lock files under a folder. Hidden folders and `node_modules` are left out. Links to folders
 * are not followed, so there are no loops. A folder that cannot be read is named, and the rest is found all the same; one that is gone
 * when its turn comes has nothing in it. What is named like a file and is none, such as a pipe, is found: to read it fails.
 */
export async function findIsmsFiles(folder: string): Promise<FoundFiles> {
  const paths: string[] = [];
  const links = new Map<string, string>();
  const folders: string[] = [];
  const unread: Unread[] = [];
  const visit = async (path: string): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(path, { withFileTypes: true });
    } catch (thrown) {
      const error = nameError(path, thrown);
      if (path === folder || !isGone(error)) unread.push({ path, error });
      return;
    }
    folders.push(path);
    await Promise.all(
      entries.map(async entry => {
        const child = join(path, entry.name);
        if (entry.isDirectory()) {
          if (!isLeftOut(entry.name)) await visit(child);
        } else if (isIsmsFile(entry.name) && !entry.name.startsWith('.')) {
          const target = entry.isSymbolicLink() ? await targetOf(child) : child;
          if (target === undefined) return;
          if (target !== child) links.set(child, target);
          paths.push(child);
        }
      }),
    );
  };
  await visit(folder);
  return {
    paths: paths.sort(),
    links,
    folders: folders.sort(),
    unread: unread.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Whether an error says that nothing is there any more. */
export const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)));

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

/** Whether a folder is none of an ISMS's: hidden, or of installed packages. */
export const isLeftOut = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/**
 * Where a link leads; the link itself if that cannot be told, so that whoever reads it finds out why; undefined if nothing is there, or
 * a folder.
 */
async function targetOf(path: string): Promise<string | undefined> {
  try {
    const target = await realpath(path);
    return (await stat(target)).isDirectory() ? undefined : target;
  } catch (error) {
    return isGone(error) ? undefined : path;
  }
}

/** Whether a path is a folder. Throws the error of the file system if nothing is there. */
export const isFolder = (path: string): boolean => statSync(path).isDirectory();

/** Makes a folder with those above it, unless it is there. */
export const makeFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true });
};

/** Whether anything is there. */
export const isThere = (path: string): boolean => existsSync(path);

/** The path without links on its way; undefined where nothing is there. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** The sources that lie in a folder itself, sorted; none where it cannot be read. */
export async function sourcesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(entry => !entry.isDirectory() && entry.name.endsWith(sourceExtension) && !entry.name.startsWith('.'))
      .map(entry => join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/**
 * The text of a file without a byte order mark, as editors show it. Rejects with an error of the file system, or with one whose `code`
 * is `NOT_TEXT` if it is not UTF-8, `NAME_NOT_TEXT` if its name is not, or `NOT_A_FILE` if it is a pipe or a device. See `fileReason` for its words.
 */
export async function readText(path: string): Promise<string> {
  const what = await stat(path).catch((error: unknown) => Promise.reject(nameError(path, error)));
  if (!what.isFile() && !what.isDirectory()) throw notAFile(path);
  const text = textIn(await readFile(path));
  if (text === undefined) throw notText(path);
  return text;
}

/** The text that bytes are, without a byte order mark; undefined if they are no UTF-8. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
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
  /** Files that hold the former texts of what was left. */
  readonly backups: readonly string[];

  constructor(path: string, cause: unknown, left: readonly string[], backups: readonly string[] = []) {
    super(`${path} was not written`, { cause });
    this.path = path;
    this.left = left;
    this.backups = backups;
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

const isWindows = process.platform === 'win32';

/** The normal URI of a path of this system; see src/workspace/uri.ts. */
export const uriOfPath = (path: string): string => uriOfPathOn(path, isWindows);

/** The path of a normal URI; undefined where it names no file of this system. */
export const pathOf = (uri: string): string | undefined => pathOfUriOn(uri, isWindows);

/** The path of a URI that was made of one; the URI itself where it names no file of this system. */
export const pathOfUri = (uri: string): string => pathOf(uri) ?? uri;

/**
 * Whether a file, and not a folder, is at a normal URI; undefined where that cannot be told: the URI names no file of this system, or
 * a folder on the way is closed to us. A name may have been typed on another system than it was saved on, with an accent as one
 * character or as two.
 */
export function uriExists(uri: string): boolean | undefined {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  const answers = [...new Set([path, path.normalize('NFC'), path.normalize('NFD')])].map(isFileAt);
  return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
}

function isFileAt(path: string): boolean | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    // What is not there has other codes: a name that is too long, links in a circle, a file for a folder.
    return ['EACCES', 'EPERM', 'EIO'].includes(String(codeOf(error))) ? undefined : false;
  }
}
