/** Changes, makes and deletes several files, all or none: prepared beside them, then put in their places, and taken back if one fails. */
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isGone, leadsOut, WriteError } from './files.ts';
import { onInterruption } from './interruption.ts';

/** What is to become of a file; texts are without a byte order mark. */
export interface FileChange {
  readonly path: string;
  /** Its text as it was read; undefined where no file is to be there yet. */
  readonly before: string | undefined;
  /** The text that is to take its place; undefined where it is to be deleted. */
  readonly after: string | undefined;
}

/** What is asked of the file system, so that tests can let each step fail. */
export interface FileSystem {
  /** The mode of what is at a path, links not followed; undefined where nothing is. */
  lookAt(path: string): { readonly mode: number; readonly isLink: boolean } | undefined;
  realPath(path: string): string;
  /** Fails where the file may not be written. */
  checkWritable(path: string): void;
  read(path: string): Uint8Array;
  /** Writes a file that is not there yet, and waits until the disk has it. Without a mode it gets that of any new file. */
  writeNew(path: string, bytes: Uint8Array, mode: number | undefined): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Makes a folder with those above it, unless it is there. */
  makeFolder(path: string): void;
  removeFolder(path: string): void;
}

/** The file system of this machine. */
export const disk: FileSystem = {
  lookAt: path => {
    try {
      const entry = lstatSync(path);
      return { mode: entry.mode & 0o7777, isLink: entry.isSymbolicLink() };
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  },
  realPath: path => realpathSync(path),
  checkWritable: path => accessSync(path, constants.W_OK),
  read: path => readFileSync(path),
  writeNew: (path, bytes, mode) => {
    const file = openSync(path, 'wx', mode);
    try {
      writeFileSync(file, bytes);
      // What the umask took from the mode of an existing file is given back.
      if (mode !== undefined) fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename: renameSync,
  remove: unlinkSync,
  makeFolder: path => {
    mkdirSync(path, { recursive: true });
  },
  removeFolder: rmdirSync,
};

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

const hasCode = (error: unknown, code: string): boolean =>
  (error as { readonly code?: unknown } | undefined)?.code === code;

/** Whether an error says that a file is another one by now than was read. */
export const isChangedMeanwhile = (error: unknown): boolean => hasCode(error, 'CHANGED_MEANWHILE');

/** Whether an error says that a link is in the way: one that leads out of the folder, or that would be deleted in the place of a file. */
export const isLinkInTheWay = (error: unknown): boolean => hasCode(error, 'LINK_IN_THE_WAY');

/** A change that is ready to be made: all that needs space on the disk has been written. */
interface Prepared {
  readonly change: FileChange;
  /** Where it is written: the end of a link. */
  readonly target: string;
  /** The bytes before and afterwards; undefined where there is no file. */
  readonly old: Uint8Array | undefined;
  readonly now: Uint8Array | undefined;
  /** A file beside it with the new bytes, and one with the old ones. */
  readonly fresh: string | undefined;
  readonly backup: string | undefined;
}

/**
 * Makes changes of files below folders, all or none. Byte order marks and permissions stay. Nothing is changed where a file is another
 * one by now than was read, where something is in the place of a new one, or where a link would lead out of its folder. All of it happens
 * in one turn, so that a signal that ends the process waits for the end.
 * @param folderOf the folder that a file lies in and that no link may lead out of: that of its ISMS
 * @returns files of its own that it could not clear away, each hidden and without any use
 * @throws WriteError if a change failed: what was done before is taken back, and what could not be is named in `left`, with the files that
 *   hold the former texts in `backups`
 */
export function changeFiles(
  folderOf: (path: string) => string,
  changes: readonly FileChange[],
  files: FileSystem = disk,
): string[] {
  const forget = onInterruption(() => {});
  const own = new Set<string>();
  const folders: string[] = [];
  const done: Prepared[] = [];
  let at: FileChange | undefined;
  try {
    // What cannot be done is found out before anything is written.
    for (at of changes) check(folderOf(at.path), at, files);
    const prepared: Prepared[] = [];
    for (at of changes) prepared.push(prepare(at, own, folders, files));
    for (const each of prepared) {
      at = each.change;
      checkLink(folderOf(at.path), at, files);
      if (!isStill(each.target, each.old, files)) throw changedMeanwhile(at.path);
      // Noted first: whether a step that failed was made all the same, is seen when it is taken back.
      done.push(each);
      if (each.fresh === undefined) files.remove(each.target);
      else files.rename(each.fresh, each.target);
    }
  } catch (error) {
    const left = done.reverse().filter(each => !tookBack(each, files));
    const backups = left.flatMap(({ backup }) => backup ?? []);
    clear(own, files, backups);
    // The deepest first; one in which something lies by now stays.
    for (const made of folders.sort((a, b) => b.length - a.length)) attempt(() => files.removeFolder(made));
    const paths = left.map(({ change }) => change.path);
    throw new WriteError(at?.path ?? '', error, paths, backups);
  } finally {
    // A signal that came meanwhile is heard only once this turn is over.
    setImmediate(forget);
  }
  return clear(own, files);
}

const changedMeanwhile = (path: string): Error => coded('CHANGED_MEANWHILE', `${path} has changed since it was read`);

/** Throws what stands against a change as far as can be seen without writing. */
function check(folder: string, change: FileChange, files: FileSystem): void {
  checkLink(folder, change, files);
  const there = files.lookAt(change.path);
  if (change.before === undefined) {
    if (there) throw coded('EEXIST', `${change.path} is there`);
    return;
  }
  if (!there) throw changedMeanwhile(change.path);
  files.checkWritable(change.path);
  oldBytes(change, files);
}

function checkLink(folder: string, { path, after }: FileChange, files: FileSystem): void {
  const isLink = after === undefined && files.lookAt(path)?.isLink;
  if (isLink || leadsOut(folder, path)) throw coded('LINK_IN_THE_WAY', `${path} is a link`);
}

/** The bytes of a file that still has the text that was read. */
function oldBytes({ path, before }: FileChange, files: FileSystem): Buffer {
  const bytes = Buffer.from(files.read(path));
  if (!bytes.equals(withMark(bytes, before ?? ''))) throw changedMeanwhile(path);
  return bytes;
}

const byteOrderMark = Buffer.from('\uFEFF');

/** A text as bytes, behind a byte order mark if a file has one. */
const withMark = (file: Buffer, text: string): Buffer =>
  Buffer.concat([file.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0), Buffer.from(text)]);

/** Writes the new bytes and a copy of the old ones beside a file. */
function prepare(change: FileChange, own: Set<string>, folders: string[], files: FileSystem): Prepared {
  const { path, before, after } = change;
  const isNew = before === undefined;
  if (isNew) {
    for (let made = dirname(path); !files.lookAt(made); made = dirname(made)) folders.push(made);
    files.makeFolder(dirname(path));
  }
  const target = !isNew && files.lookAt(path)?.isLink ? files.realPath(path) : path;
  const mode = isNew ? undefined : files.lookAt(target)?.mode;
  const old = isNew ? undefined : oldBytes(change, files);
  const now = after === undefined ? undefined : withMark(old ?? Buffer.alloc(0), after);
  const beside = (bytes: Uint8Array | undefined): string | undefined => {
    if (!bytes) return undefined;
    const name = join(dirname(target), `.isms-${randomUUID()}.tmp`);
    own.add(name);
    files.writeNew(name, bytes, mode);
    return name;
  };
  return { change, target, old, now, fresh: beside(now), backup: beside(old) };
}

/** Whether a file has these bytes; undefined stands for no file. */
function isStill(path: string, bytes: Uint8Array | undefined, files: FileSystem): boolean {
  if (!files.lookAt(path)) return bytes === undefined;
  return bytes !== undefined && Buffer.from(files.read(path)).equals(bytes);
}

/** Takes a change back, unless somebody else has changed the file since. Returns whether the file is as it was. */
function tookBack({ target, old, now, backup }: Prepared, files: FileSystem): boolean {
  const isOld = (): boolean => isStill(target, old, files);
  attempt(() => {
    if (isOld() || !isStill(target, now, files)) return;
    if (backup === undefined) files.remove(target);
    else files.rename(backup, target);
  });
  return attempt(isOld) ?? false;
}

/** Clears files of its own away, except some that are still needed. Returns those that stayed against its will. */
const clear = (own: Iterable<string>, files: FileSystem, needed: readonly string[] = []): string[] =>
  [...own].filter(path => {
    if (needed.includes(path)) return false;
    attempt(() => files.remove(path));
    return attempt(() => files.lookAt(path) !== undefined) ?? true;
  });

function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
