/**
 * The ISMS of a folder as it was in a revision of the git repository around it, and which revisions changed it. What git is asked stands in
 * `git.ts`, which is loaded on first use.
 */
import { isAbsolute, join, relative, sep } from 'node:path';
import { refusing } from '../wording/said-error.ts';
import { declaresIsms } from '../workspace/isms-block.ts';
import { usedFolders } from '../workspace/uses.ts';
import { pathOfUri, textIn, uriOfPath } from './files.ts';
import type { Commits, CommitsAsked, GitFault, GitProblem, Ref, Revision, TreeFile } from './git.ts';
import {
  type Held,
  isPartOfIsms,
  isSnapshotFault,
  isSource,
  type Snapshot,
  SnapshotFault,
  snapshotOf,
} from './snapshot.ts';

export type { Commit, Commits, CommitsAsked, Ref } from './git.ts';
export type { Snapshot } from './snapshot.ts';

/** Whether an error says, in a sentence for people, why a revision cannot be had. */
export const isRevisionFault = (error: unknown): error is SnapshotFault | GitFault =>
  isSnapshotFault(error) || (error as { readonly code?: unknown } | undefined)?.code === 'ISMS_GIT';

const git = () => import('./git.ts');

/** The commits that changed files of ISMSs under a folder, newest first. Rejects with `GitFault`. */
export const revisionsOf = async (folder: string, asked?: CommitsAsked): Promise<Commits> =>
  (await git()).commitsOf(folder, asked);

/** The branches and tags of the repository around a folder, newest first, branches before tags. Rejects with `GitFault`. */
export const refsOf = async (folder: string): Promise<readonly Ref[]> => (await git()).refsOf(folder);

/** What stands in the way, of an error that says so. */
export const problemOf = (error: unknown): GitProblem =>
  isRevisionFault(error) && !isSnapshotFault(error) ? error.problem : 'other';

/** A text that is the same as long as a revision means the same files. Rejects as `snapshotAt` does. */
export const stateOf = async (folder: string, given: string): Promise<string> =>
  (await (await git()).findRevision(folder, given.split(':', 1)[0] ?? '')).tree;

/**
 * Reads the ISMS at a folder as it was in a revision: what lies below, where the folder lies in an ISMS, all of that, and the ISMSs that it uses.
 * Places are named as if the files lay where they do today.
 * @param folder an existing folder in the repository
 * @param given `HEAD~1`, a branch or a tag; `main:path` with a path from the top of the repository, `main:./path` from the folder
 * @throws GitFault, SnapshotFault with a sentence for people
 */
export async function snapshotAt(folder: string, given: string): Promise<Snapshot> {
  const colon = given.indexOf(':');
  const name = colon < 0 ? given : given.slice(0, colon);
  if (name === '')
    throw new SnapshotFault(
      refusing('{0} names no revision before its colon, as in {1}.', given, `main:${given.slice(colon + 1)}`),
    );
  const { findRevision } = await git();
  const revision = await findRevision(folder, name);
  const asked = colon < 0 ? revision.prefix : pathIn(given.slice(colon + 1), revision.prefix, given);
  const top = topAsNamed(folder, revision);
  return snapshotOf(given, top, await heldIn({ ...revision, asked, named: top }));
}

/** The top of the repository as whoever named the folder would, who may have come through a link; else as git names it. */
export function topAsNamed(folder: string, { top, prefix }: Pick<Revision, 'top' | 'prefix'>): string {
  const parts = prefix.split('/').filter(part => part !== '');
  const above = join(folder, ...parts.map(() => '..'));
  return join(above, ...parts) === join(folder) ? above : top;
}

/** A path of a revision from the top of the repository, with `/` at the end. */
function pathIn(path: string, prefix: string, given: string): string {
  const normal = normalPath(path.startsWith('./') || path.startsWith('../') ? `${prefix}${path}` : path);
  if (normal === undefined) throw new SnapshotFault(refusing('{0} leads out of the repository.', given));
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

interface Wanted extends Revision {
  /** The folder that is meant, with `/` at the end. */
  readonly asked: string;
  /** What the top of the repository is called in URIs. */
  readonly named: string;
}

/** What belongs to the ISMS at a folder of a revision. */
async function heldIn({ top, tree, asked, named }: Wanted): Promise<Held> {
  const { filesOf } = await git();
  const all = await filesOf(top, tree);
  const paths = new Set(all.map(({ path }) => path));
  const root = await enclosing(top, all, asked);
  let held = await heldUnder(top, all, [root]);
  const used = usedIn(named, held.files).filter(folder => !folder.startsWith(root));
  if (used.length) held = await heldUnder(top, all, [root, ...used]);
  return { ...held, paths, asked };
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
  const { contentsOf } = await git();
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
  const { contentsOf } = await git();
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
  const { contentsOf } = await git();
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
