/** Reads the files of the ISMSs that the paths of a command line mean. */
import { basename, dirname, join, resolve, sep } from 'node:path';
import { enclosingIsms } from '../node/enclosing-isms.ts';
import {
  findIsmsFiles,
  isFolder,
  isGone,
  isIsmsFile,
  pathOf,
  readText,
  sourceExtension,
  type Unread,
  uriOfPath,
} from '../node/files.ts';
import { ismssUsing } from '../node/using.ts';
import { printable } from '../syntax/text/printable.ts';
import { lockFileName } from '../workspace/configuration/config.ts';
import { parseLock } from '../workspace/lock.ts';
import { usedFolders } from '../workspace/uses.ts';
import { shownPath } from './display-path.ts';
import { fileReason } from './file-errors.ts';
import { type Io, UsageError } from './io.ts';

export interface ReadOptions {
  /** Whether a broken lock file is passed over: reported otherwise, or about to be written anew. */
  readonly anyLock?: boolean;
  /** Whether the ISMSs around that use these are read too. */
  readonly withUsers?: boolean;
}

/** The files of the ISMSs. */
export interface Input {
  /** Their texts by URI, in order of the URIs: sources, configuration and lock files. */
  readonly texts: ReadonlyMap<string, string>;
  /** The sources that lie under the paths asked for, in order of their paths. */
  readonly sources: readonly Source[];
  /** The files that are there and cannot be read, by URI, with the end of the sentence that says why. */
  readonly unreadFiles: ReadonlyMap<string, string>;
  /** The folders that could not be looked into, in order, with the end of the sentence that says why. */
  readonly unreadFolders: readonly UnreadFolder[];
  /** Where links lead, by the URI of the link. */
  readonly links: ReadonlyMap<string, string>;
}

export interface Source {
  readonly path: string;
  readonly uri: string;
}

export interface UnreadFolder {
  readonly uri: string;
  readonly reason: string;
}

/**
 * Reads what lies under the paths, and where a path lies inside an ISMS, the whole of it, and the ISMSs that it uses, so that names resolve. A folder or file in
 * them that cannot be read is named in the result. Throws `UsageError` if a path does not exist, cannot be read itself, holds no source,
 * or if a lock file is broken and counts.
 */
export async function readInput(paths: readonly string[], options: ReadOptions, io: Io): Promise<Input> {
  const texts = new Texts();
  const asked = new Set<string>();
  const wanted = new Set<string>();
  const links = new Map<string, string>();
  const unread = new Map<string, unknown>();
  const take = (found: Found): void => {
    for (const file of found.paths) wanted.add(file);
    for (const [file, target] of found.links) links.set(file, target);
    for (const { path, error } of found.unread) unread.set(path, error);
  };
  for (const given of paths) {
    if (!given) throw new UsageError('A PATH is empty. Give a folder or an .isms file, or . for the current folder.');
    const path = resolve(io.cwd, given);
    const found = await filesAt(path, given);
    if (!found.paths.some(isSource)) {
      throw new UsageError(
        `There are no ${sourceExtension} files under ${printable(given)}, so there is nothing to read. Give the folder of an ISMS, or begin one with “isms new ${printable(given)}”.`,
      );
    }
    take(found);
    for (const file of found.paths) if (isSource(file)) asked.add(file);
    const folder = found.isFile ? dirname(path) : path;
    const { root, unread: onTheWay } = await enclosingIsms(folder, file => texts.read(file));
    if (root !== undefined && root !== path) take(await findIsmsFiles(root));
    // A file on the way that cannot be read may be the one with the `isms` block.
    else if (root === undefined) for (const { path: file } of onTheWay) wanted.add(file);
    if (root !== undefined && options.withUsers) {
      const users = await ismssUsing(root, file => texts.read(file));
      for (const user of users.roots) take(await findIsmsFiles(user));
      for (const { path: file, error } of users.unread) tellUnread(file, error, io);
    }
  }
  const first = await texts.readAll([...wanted].sort());
  for (const folder of usedBy(first.read)) {
    // What is not there, or no folder, has no ISMS; that is a finding where it is used.
    if (!isFolderThere(folder)) continue;
    const { root, unread: onTheWay } = await enclosingIsms(folder, file => texts.read(file));
    const there = await findIsmsFiles(folder);
    if (root === folder) take(there);
    else {
      // What cannot be read may be the ISMS that is used.
      take({ paths: [], links: new Map(), unread: there.unread });
      for (const { path } of onTheWay) if (path.startsWith(join(folder, sep))) wanted.add(path);
    }
  }
  const { read, failed } = await texts.readAll([...wanted].sort());
  if (!read.some(([path]) => asked.has(path))) refuseIfAllFailed(failed, asked, io);
  if (!options.anyLock) refuseBrokenLocks(read, io);
  const byUri = read.map(([path, text]) => [uriOfPath(path), text] as const);
  const unreadFolders = [...unread]
    .sort()
    .map(([path, error]) => ({ uri: uriOfPath(path), reason: fileReason(error) }));
  return {
    texts: new Map(byUri.sort(([a], [b]) => (a < b ? -1 : 1))),
    sources: [...asked].sort().map(path => ({ path, uri: uriOfPath(path) })),
    unreadFiles: new Map(failed.map(([path, error]) => [uriOfPath(path), fileReason(error)])),
    unreadFolders,
    links: new Map([...links].map(([path, target]) => [uriOfPath(path), uriOfPath(target)])),
  };
}

function tellUnread(path: string, error: unknown, io: Io): void {
  io.stderr.write(
    `isms: ${shownPath(io.cwd, path)} cannot be read, so it is not known whether it uses this ISMS: ${fileReason(error)}.\n`,
  );
}

/** The folders of the ISMSs that those in some files use. */
const usedBy = (files: readonly (readonly [path: string, text: string])[]): string[] =>
  [...usedFolders(files.map(([path, text]) => [uriOfPath(path), text] as const))].flatMap(uri => pathOf(uri) ?? []);

function isFolderThere(path: string): boolean {
  try {
    return isFolder(path);
  } catch {
    return false;
  }
}

interface Found {
  readonly paths: readonly string[];
  readonly links: ReadonlyMap<string, string>;
  readonly unread: readonly Unread[];
  readonly isFile?: boolean;
}

const isSource = (path: string): boolean => path.endsWith(sourceExtension);

/** The files of ISMSs at a path, which may itself be one. */
async function filesAt(path: string, given: string): Promise<Found> {
  const cannotRead = (error: unknown): UsageError =>
    new UsageError(`${printable(given)} cannot be read: ${fileReason(error)}.`);
  let folder: boolean;
  try {
    folder = isFolder(path);
  } catch (error) {
    throw isGone(error)
      ? new UsageError(
          `There is no file or folder ${printable(given)}. Give the folder of an ISMS, or one of its ${sourceExtension} files.`,
        )
      : cannotRead(error);
  }
  if (!folder) {
    if (isIsmsFile(basename(path))) return { paths: [path], links: new Map(), unread: [], isFile: true };
    throw new UsageError(
      `${printable(given)} is no ${sourceExtension} file. Give the folder of an ISMS, or one of its files.`,
    );
  }
  const found = await findIsmsFiles(path);
  const itself = found.unread.find(({ path: at }) => at === path);
  if (itself) throw cannotRead(itself.error);
  return found;
}

/** Texts of files, each read once. */
class Texts {
  private readonly known = new Map<string, Promise<string>>();

  read(path: string): Promise<string> {
    let text = this.known.get(path);
    if (!text) this.known.set(path, (text = readText(path)));
    return text;
  }

  /** Reads all that can be read. A file that is gone by now is neither read nor failed. */
  async readAll(paths: readonly string[]): Promise<{
    readonly read: readonly (readonly [path: string, text: string])[];
    readonly failed: readonly (readonly [path: string, error: unknown])[];
  }> {
    const results = await Promise.allSettled(paths.map(path => this.read(path)));
    const read: (readonly [string, string])[] = [];
    const failed: (readonly [string, unknown])[] = [];
    results.forEach((result, index) => {
      const path = paths[index] as string;
      if (result.status === 'fulfilled') read.push([path, result.value]);
      else if (!isGone(result.reason)) failed.push([path, result.reason]);
    });
    return { read, failed };
  }
}

/** Where nothing that was asked for can be read, there is nothing to check. */
function refuseIfAllFailed(
  failed: readonly (readonly [path: string, error: unknown])[],
  asked: ReadonlySet<string>,
  io: Io,
): void {
  const lines = failed
    .filter(([path]) => asked.has(path))
    .map(([path, error]) => `${shownPath(io.cwd, path)} cannot be read: ${fileReason(error)}.`);
  if (lines.length) throw new UsageError(lines.join('\n'));
}

function refuseBrokenLocks(files: readonly (readonly [path: string, text: string])[], io: Io): void {
  const broken = files.filter(([path, text]) => basename(path) === lockFileName && !parseLock(text));
  if (!broken.length) return;
  const names = broken.map(([path]) => shownPath(io.cwd, path)).join(', ');
  throw new UsageError(
    `${names} is not what “isms approve” writes. Restore it from version control, or approve again with “isms approve”.`,
  );
}
