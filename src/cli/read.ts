/** Reads the files of the ISMSs that the paths of a command line mean. */
import { basename, dirname, join, relative, resolve } from 'node:path';
import { printable } from '../language/text/printable.ts';
import {
  findIsmsFiles,
  isFolder,
  isIsmsFile,
  isThere,
  readText,
  sourceExtension,
  sourcesIn,
  uriOfPath,
} from '../node/files.ts';
import { lockFileName } from '../workspace/config.ts';
import { declaresIsms } from '../workspace/isms-unit.ts';
import { parseLock } from '../workspace/lock.ts';
import { shownPath } from './display-path.ts';
import { fileReason } from './file-errors.ts';
import { type Io, UsageError } from './io.ts';

export interface ReadOptions {
  /** Whether a broken lock file is passed over, as by the command that writes a new one. */
  readonly anyLock?: boolean;
}

/** The files of the ISMSs. */
export interface Input {
  /** Their texts by URI, in order of the URIs: sources, configuration and lock files. */
  readonly texts: ReadonlyMap<string, string>;
  /** The sources that lie under the paths asked for, in order of their paths. */
  readonly sources: readonly Source[];
}

export interface Source {
  readonly path: string;
  readonly uri: string;
}

/**
 * Reads what lies under the paths, and where a path lies inside an ISMS, the whole of it, so that names resolve.
 * Throws `UsageError` if a path does not exist, holds no source, or a file cannot be read,
 * or a lock file is broken.
 */
export async function readInput(paths: readonly string[], options: ReadOptions, io: Io): Promise<Input> {
  const texts = new Texts();
  const asked = new Set<string>();
  const wanted = new Set<string>();
  for (const given of paths) {
    if (!given) throw new UsageError('A PATH is empty. Give a folder or an .isms file, or . for the current folder.');
    const path = resolve(io.cwd, given);
    const found = await filesAt(path, given);
    if (!found.some(isSource)) {
      throw new UsageError(
        `There are no ${sourceExtension} files under ${printable(given)}, so there is nothing to read. Give the folder of an ISMS, or begin one with “isms new ${printable(given)}”.`,
      );
    }
    for (const file of found) {
      wanted.add(file);
      if (isSource(file)) asked.add(file);
    }
    const folder = found.length === 1 && found[0] === path ? dirname(path) : path;
    const root = await enclosingIsms(folder, texts);
    if (root !== undefined && root !== path) for (const file of await findIsmsFiles(root)) wanted.add(file);
  }
  const files = await texts.readAll([...wanted].sort(), io);
  if (!options.anyLock) refuseBrokenLocks(files, io);
  const byUri = files.map(([path, text]) => [uriOfPath(path), text] as const);
  return {
    texts: new Map(byUri.sort(([a], [b]) => (a < b ? -1 : 1))),
    sources: [...asked].sort().map(path => ({ path, uri: uriOfPath(path) })),
  };
}

const isSource = (path: string): boolean => path.endsWith(sourceExtension);

/** The files of ISMSs at a path, which may itself be one. */
async function filesAt(path: string, given: string): Promise<string[]> {
  let folder: boolean;
  try {
    folder = isFolder(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(
      isMissing
        ? `There is no file or folder ${printable(given)}. Give the folder of an ISMS, or one of its ${sourceExtension} files.`
        : `${printable(given)} cannot be read: ${fileReason(error)}.`,
    );
  }
  if (!folder) {
    if (isIsmsFile(basename(path))) return [path];
    throw new UsageError(
      `${printable(given)} is no ${sourceExtension} file. Give the folder of an ISMS, or one of its files.`,
    );
  }
  try {
    return await findIsmsFiles(path);
  } catch (error) {
    const at = (error as NodeJS.ErrnoException).path ?? path;
    const name = join(given, relative(path, at));
    throw new UsageError(`${printable(name)} cannot be read: ${fileReason(error)}.`);
  }
}

/**
 * The folder of the ISMS that a folder belongs to: itself, or the nearest one above that has a file with an `isms` block. Looks no
 * higher than the top of a repository.
 */
async function enclosingIsms(folder: string, texts: Texts): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    for (const path of await sourcesIn(at)) {
      const text = await texts.read(path).catch(() => '');
      if (declaresIsms(text)) return at;
    }
    if (at === dirname(at) || isThere(join(at, '.git'))) return undefined;
  }
}

/** Texts of files, each read once. */
class Texts {
  private readonly known = new Map<string, Promise<string>>();

  read(path: string): Promise<string> {
    let text = this.known.get(path);
    if (!text) this.known.set(path, (text = readText(path)));
    return text;
  }

  /** Reads all, or throws `UsageError` with every file that cannot be read. */
  async readAll(paths: readonly string[], io: Io): Promise<(readonly [path: string, text: string])[]> {
    const results = await Promise.allSettled(paths.map(path => this.read(path)));
    const problems: string[] = [];
    const files: (readonly [string, string])[] = [];
    results.forEach((result, index) => {
      const path = paths[index] as string;
      if (result.status === 'fulfilled') files.push([path, result.value]);
      else problems.push(`${shownPath(io.cwd, path)} cannot be read: ${fileReason(result.reason)}.`);
    });
    if (problems.length) throw new UsageError(problems.join('\n'));
    return files;
  }
}

function refuseBrokenLocks(files: readonly (readonly [path: string, text: string])[], io: Io): void {
  const broken = files.filter(([path, text]) => basename(path) === lockFileName && !parseLock(text));
  if (!broken.length) return;
  const names = broken.map(([path]) => shownPath(io.cwd, path)).join(', ');
  throw new UsageError(
    `${names} is not what “isms approve” writes. Restore it from version control, or approve again with “isms approve”.`,
  );
}
