/** What a side of a comparison is: a folder, a `.zip` archive, or a revision of a git repository; and how it is read. */
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isFolder, isIsmsFile, isLeftOut, isThere, pathOfUri, textIn, uriExists, uriOfPath } from '../node/files.ts';
import type { Revision, TreeFile } from '../node/git.ts';
import { printable } from '../syntax/text/printable.ts';
import { lockFileName } from '../workspace/configuration/config.ts';
import { declaresIsms } from '../workspace/isms-block.ts';
import { parseLock } from '../workspace/lock.ts';
import { usedFolders } from '../workspace/uses.ts';
import { fileReason } from './file-errors.ts';
import { type Io, UsageError } from './io.ts';
import { type Input, readInput } from './read.ts';

/** What was read of a side. */
export interface Side {
  /** As it was given. */
  readonly name: string;
  readonly input: Input;
  readonly fileExists: (uri: string) => boolean | undefined;
}

/**
 * Reads a side. What is there as a file or folder is meant as one, anything else as a revision: `HEAD~1`, or `main:path` with a path from
 * the top of the repository, `main:./path` from the folder.
 * @param around a path in the repository that revisions are of
 * @throws UsageError if it is neither, or cannot be read
 */
export async function readSide(given: string, around: string, io: Io): Promise<Side> {
  if (given === '') throw new UsageError('A side is empty. Give a folder, a .zip archive or a git revision.');
  const path = resolve(io.cwd, given);
  if (!isThere(path)) return readRevision(given, resolve(io.cwd, around), around);
  if (/\.zip$/i.test(path) && !isFolder(path)) return readZip(given, path);
  return { name: given, input: await readInput([given], {}, io), fileExists: uriExists };
}

async function readZip(name: string, path: string): Promise<Side> {
  const { isArchiveFault, readArchive } = await import('../node/archive.ts');
  const { files, paths } = await readArchive(path, inside => isPartOfIsms(inside, '')).catch((error: unknown) => {
    const why = isArchiveFault(error) ? error.message : `cannot be read: ${fileReason(error)}`;
    throw new UsageError(`${printable(name)} ${why}.`);
  });
  return { name, ...asSide(name, path, { files, paths, links: new Map(), asked: '' }) };
}

async function readRevision(given: string, folder: string, around: string): Promise<Side> {
  const colon = given.indexOf(':');
  const name = colon < 0 ? given : given.slice(0, colon);
  if (name === '')
    throw new UsageError(`${printable(given)} names no revision before its colon, as in main:${given.slice(1)}.`);
  if (!isThere(folder)) {
    throw new UsageError(
      `There is no folder ${printable(around)}, so the repository of ${printable(given)} is not known.`,
    );
  }
  const { findRevision, isGitFault } = await import('../node/git.ts');
  try {
    const revision = await findRevision(isFolder(folder) ? folder : join(folder, '..'), name);
    const asked = colon < 0 ? revision.prefix : pathIn(given.slice(colon + 1), revision.prefix, given);
    return { name: given, ...(await inRevision(revision, asked, given)) };
  } catch (error) {
    if (isGitFault(error)) throw new UsageError(printable(error.message));
    throw error;
  }
}

/** A path of a revision from the top of the repository, with `/` at the end. */
function pathIn(path: string, prefix: string, given: string): string {
  const normal = normalPath(path.startsWith('./') || path.startsWith('../') ? `${prefix}${path}` : path);
  if (normal === undefined) throw new UsageError(`${printable(given)} leads out of the repository.`);
  return normal === '' ? '' : `${normal}/`;
}

/** A path without `.` and `..`; undefined if it leads out of where it starts. */
function normalPath(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** What belongs to the ISMS at a folder of a revision: what lies below, where it lies in an ISMS, all of that, and the ISMSs that it uses. */
async function inRevision({ top, tree }: Revision, asked: string, given: string): Promise<Omit<Side, 'name'>> {
  const { filesOf } = await import('../node/git.ts');
  const all = await filesOf(top, tree);
  const paths = new Set(all.map(({ path }) => path));
  const root = await enclosing(top, all, asked);
  let held = await heldUnder(top, all, [root]);
  const used = usedIn(top, held.files).filter(folder => !folder.startsWith(root));
  if (used.length) held = await heldUnder(top, all, [root, ...used]);
  return asSide(given, top, { ...held, paths, asked });
}

/** The folders in a repository that ISMSs in it use, from its top, with `/` at the end. */
function usedIn(top: string, files: ReadonlyMap<string, Uint8Array>): string[] {
  const texts = [...files].flatMap(([path, bytes]) => {
    const text = isSource(path) ? textIn(bytes) : undefined;
    return text === undefined ? [] : [[uriOfPath(join(top, path)), text] as const];
  });
  return [...usedFolders(texts)].flatMap(uri => {
    const path = relative(top, pathOfUri(uri)).split(sep).join('/');
    return path === '..' || path.startsWith('../') || isAbsolute(path) ? [] : [path === '' ? '' : `${path}/`];
  });
}

/** The files under some folders of a revision that could be of an ISMS there. */
async function heldUnder(
  top: string,
  all: readonly TreeFile[],
  roots: readonly string[],
): Promise<Pick<Held, 'files' | 'links'>> {
  const { contentsOf } = await import('../node/git.ts');
  const byPath = new Map(all.map(file => [file.path, file]));
  const found = all.filter(({ path }) => roots.some(root => isPartOfIsms(path, root)));
  const targets = await linkTargets(
    top,
    found.filter(({ isLink }) => isLink),
  );
  // A link that leads out of the revision has no content in it.
  const wanted = found.flatMap(({ path, isLink }) => {
    const file = byPath.get(isLink ? (targets.get(path) ?? '') : path);
    return file && !file.isLink ? [{ path, object: file.object }] : [];
  });
  const contents = await contentsOf(
    top,
    wanted.map(({ object }) => object),
  );
  const files = new Map(wanted.map(({ path }, index) => [path, contents[index] as Uint8Array]));
  return { files, links: targets };
}

/** Where links lead, from the top of the repository. */
async function linkTargets(top: string, links: readonly TreeFile[]): Promise<Map<string, string>> {
  const { contentsOf } = await import('../node/git.ts');
  const contents = await contentsOf(
    top,
    links.map(({ object }) => object),
  );
  return new Map(
    links.flatMap(({ path }, index) => {
      const target = normalPath(
        `${path.slice(0, path.lastIndexOf('/') + 1)}${contents[index]?.toString('utf8') ?? ''}`,
      );
      return target === undefined ? [] : [[path, target] as const];
    }),
  );
}

/** The nearest folder at or above one that has a file with an `isms` block; else the folder itself. */
async function enclosing(top: string, all: readonly TreeFile[], folder: string): Promise<string> {
  const { contentsOf } = await import('../node/git.ts');
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf('/', at.length - 2) + 1)) {
    const own = all.filter(
      ({ path, isLink }) => !isLink && isSource(path) && path.slice(0, path.lastIndexOf('/') + 1) === at,
    );
    const contents = await contentsOf(
      top,
      own.map(({ object }) => object),
    );
    if (contents.some(bytes => declaresIsms(bytes.toString('utf8')))) return at;
    if (at === '') return folder;
  }
}

/** Whether a file below a folder could be one of an ISMS there. */
function isPartOfIsms(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false;
  const parts = path.slice(prefix.length).split('/');
  const name = parts.pop() ?? '';
  return isIsmsFile(name) && !name.startsWith('.') && !parts.some(isLeftOut);
}

const isSource = (path: string): boolean => path.endsWith('.isms') && isIsmsFile(path);

/** Files that are not on the disk, by their paths in what holds them. */
interface Held {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of all files there are, so that evidence is found. */
  readonly paths: ReadonlySet<string>;
  /** Where links lead. */
  readonly links: ReadonlyMap<string, string>;
  /** The folder that is meant, with `/` at the end; empty for all of it. */
  readonly asked: string;
}

/** What is held somewhere, as if it lay under a folder. */
function asSide(given: string, folder: string, { files, paths, links, asked }: Held): Omit<Side, 'name'> {
  const texts = new Map<string, string>();
  const unreadFiles = new Map<string, string>();
  const uriOf = (path: string): string => uriOfPath(join(folder, path));
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = textIn(bytes);
    if (text === undefined) unreadFiles.set(uriOf(path), fileReason({ code: 'NOT_TEXT' }));
    else texts.set(uriOf(path), text);
    if (text !== undefined && basename(path) === lockFileName && !parseLock(text)) {
      throw new UsageError(`${printable(path)} of ${printable(given)} is not what “isms approve” writes.`);
    }
  }
  const sources = [...files.keys()]
    .filter(path => isSource(path) && path.startsWith(asked))
    .sort()
    .map(path => ({ path: join(folder, path), uri: uriOf(path) }));
  if (!sources.length) {
    const where = asked === '' ? '' : ` under ${printable(asked)}`;
    throw new UsageError(`There are no .isms files in ${printable(given)}${where}, so there is nothing to compare.`);
  }
  const there = new Set([...paths].map(path => uriOf(path).normalize('NFC')));
  const within = `${uriOfPath(folder)}/`;
  return {
    input: {
      texts,
      sources,
      unreadFiles,
      unreadFolders: [],
      borrowed: new Set(),
      links: new Map([...links].map(([path, target]) => [uriOf(path), uriOf(target)])),
    },
    fileExists: uri => (uri.startsWith(within) ? there.has(uri.normalize('NFC')) : undefined),
  };
}
