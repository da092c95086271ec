/**
 * Reads files of ISMSs out of a git repository, as they were in a revision. Git is run with lists of arguments, never through a shell;
 * nothing is written, fetched or checked out, and no hook or filter runs. Loaded on first use.
 */
import { execFile } from 'node:child_process';
import { refusing, SaidError } from '../wording/said-error.ts';
import type { Saying } from '../wording/wording.ts';

/** What stands in the way; `other` where only the message tells. */
export type GitProblem = 'no-git' | 'no-repository' | 'no-commit' | 'no-revision' | 'other';

/** Why git did not answer. The message is a sentence for people. */
export class GitFault extends SaidError {
  readonly code = 'ISMS_GIT';
  readonly problem: GitProblem;

  constructor(said: Saying, problem: GitProblem = 'other') {
    super(said);
    this.problem = problem;
  }
}

/** Whether an error is a `GitFault`, also one of another bundle. */
export const isGitFault = (error: unknown): error is GitFault =>
  (error as { readonly code?: unknown } | undefined)?.code === 'ISMS_GIT';

/** Bytes of what git may answer at once. */
const mostBytes = 512 * 1024 * 1024;

/** What would let git look at another repository than that around the folder, as inside of a hook, or read paths otherwise. */
const elsewhere = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
  'GIT_COMMON_DIR',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
];

function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of elsewhere) delete env[name];
  return { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
}

interface Answer {
  readonly code: number;
  readonly bytes: Buffer;
  readonly error: string;
}

/** Runs git in a folder. Rejects with `GitFault` if there is no git, or its answer is too long. */
function git(folder: string, argv: readonly string[], input = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['-c', 'core.fsmonitor=false', '-C', folder, ...argv],
      { env: environment(), encoding: 'buffer', maxBuffer: mostBytes, windowsHide: true },
      (error, bytes, stderr) => {
        const code = error?.code;
        if (code === undefined || code === null || typeof code === 'number') {
          resolve({ code: code ?? 0, bytes, error: stderr.toString('utf8').trim() });
        } else if (code === 'ENOENT') {
          reject(
            new GitFault(refusing('Git is not installed, or not on the PATH; revisions are read with it.'), 'no-git'),
          );
        } else reject(new GitFault(refusing('Git could not be run: {0}.', error?.message ?? String(code))));
      },
    );
    // It may end before it has read everything, and says why itself.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** A revision of the repository around a folder. */
export interface Revision {
  /** The folder, from the top of the repository, with `/` at the end; empty at the top. */
  readonly prefix: string;
  /** The folder of the repository. */
  readonly top: string;
  /** The id of its tree. */
  readonly tree: string;
}

/** Where a folder lies in its repository. */
async function placeOf(folder: string): Promise<Pick<Revision, 'top' | 'prefix'>> {
  const place = await git(folder, ['rev-parse', '--show-toplevel', '--show-prefix']);
  if (place.code) {
    const why = firstLine(place.error);
    throw /not a git repository/i.test(why) || why === ''
      ? new GitFault(
          refusing('{0} is not in a git repository, so nothing is known of earlier.', folder),
          'no-repository',
        )
      : new GitFault(refusing('Git refuses to read {0}: {1}', folder, why));
  }
  const [top = '', prefix = ''] = place.bytes.toString('utf8').split('\n');
  return { top, prefix };
}

/** The id of what a name means; undefined if it means nothing. */
async function idOf(folder: string, name: string, type: 'tree' | 'commit'): Promise<string | undefined> {
  const { code, bytes } = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{${type}}`,
  ]);
  const id = bytes.toString('utf8').trim();
  return code || !/^[0-9a-f]{40,64}$/.test(id) ? undefined : id;
}

/** Why a revision was not found. */
async function noRevision(folder: string, top: string, name: string): Promise<GitFault> {
  if ((await idOf(folder, 'HEAD', 'commit')) === undefined && /^(?:HEAD|@)(?![\w-])/.test(name)) {
    return new GitFault(
      refusing(
        'The repository {0} has no commit yet, so there is nothing to compare with. Commit once, and come back.',
        top,
      ),
      'no-commit',
    );
  }
  const said = (await isShallow(folder))
    ? refusing(
        'There is no revision {0} in the repository {1}. The repository is a shallow clone, which holds only the last commits: fetch the others with “git fetch --unshallow”.',
        name,
        top,
      )
    : refusing('There is no revision {0} in the repository {1}.', name, top);
  return new GitFault(said, 'no-revision');
}

/** Whether the repository holds only the last commits. */
async function isShallow(folder: string): Promise<boolean> {
  const { bytes } = await git(folder, ['rev-parse', '--is-shallow-repository']);
  return bytes.toString('utf8').trim() === 'true';
}

/**
 * Finds a revision.
 * @param folder any folder inside the repository; has to exist
 * @param name as git takes it: `HEAD~1`, `main`, a tag, an id
 */
export async function findRevision(folder: string, name: string): Promise<Revision> {
  const { top, prefix } = await placeOf(folder);
  const tree = await idOf(folder, name, 'tree');
  if (tree === undefined) throw await noRevision(folder, top, name);
  return { top, prefix, tree };
}

/** A commit. */
export interface Commit {
  readonly id: string;
  /** The ISO day on which it was made, where its author was. */
  readonly on: string;
  /** The first line of its message. */
  readonly subject: string;
}

/** Some commits, newest first. */
export interface Commits {
  readonly commits: readonly Commit[];
  /** Whether there are more than were asked for. */
  readonly isCut: boolean;
  /** Whether the repository is a shallow clone, so that older ones may be missing. */
  readonly isShallow: boolean;
}

export interface CommitsAsked {
  /** So many at most. */
  readonly most?: number;
  /** The last commit. */
  readonly until?: string;
  /** Only what was committed after this revision; everything if left out. */
  readonly since?: string;
  /** Paths from the folder, with `/`, that a commit has to have changed; any file of an ISMS under the folder if left out. */
  readonly paths?: readonly string[];
  /** Other folders, by their paths from the folder, whose files of ISMSs count too; what lies outside of the repository is left out. */
  readonly beside?: readonly string[];
  /** Whether what came with a merge counts as one, the merge itself: then each commit stands on the one before it. */
  readonly isMainLine?: boolean;
}

/** The files of ISMSs under a folder, `''` or with `/` at its end, as patterns of git. */
const ismsFiles = (folder: string): string[] =>
  ['*.isms', 'isms.config.json', 'isms.lock.json', 'isms.words.*.json'].map(
    name => `:(glob)${folder.replace(/[*?[\]\\]/g, '\\$&')}**/${name}`,
  );

/** Whether a path from a folder, whose own path in the repository is `prefix`, leads out of the repository. */
const leadsOut = (path: string, prefix: string): boolean =>
  (/^(?:\.\.\/)*/.exec(`${path}/`)?.[0].length ?? 0) / 3 > prefix.split('/').length - 1;

/** So many commits are listed if nobody says otherwise. */
const usualMost = 50;

/**
 * The commits that changed files of ISMSs under a folder, newest first.
 * @param folder has to exist, and lie in a repository
 */
export async function commitsOf(
  folder: string,
  { most = usualMost, until = 'HEAD', since, paths, beside = [], isMainLine = false }: CommitsAsked = {},
): Promise<Commits> {
  const { top, prefix } = await placeOf(folder);
  const folders = ['', ...beside.filter(path => !leadsOut(path, prefix)).map(path => `${path}/`)];
  const known = async (name: string): Promise<string> => {
    const id = await idOf(folder, name, 'commit');
    if (id === undefined) throw await noRevision(folder, top, name);
    return id;
  };
  const [last, before] = [await known(until), since === undefined ? undefined : await known(since)];
  const { code, bytes, error } = await git(folder, [
    // What a repository sets is not to run a program, and not to change what is told.
    '-c',
    'log.showSignature=false',
    '-c',
    'log.follow=false',
    'log',
    '-z',
    '--format=%H%n%aI%n%s',
    '--encoding=UTF-8',
    '--no-show-signature',
    '--no-color',
    '--no-patch',
    '--topo-order',
    ...(isMainLine ? ['--first-parent'] : []),
    `--max-count=${most + 1}`,
    last,
    ...(before === undefined ? [] : [`^${before}`]),
    '--',
    ...(paths?.map(path => `:(literal)${path}`) ?? folders.flatMap(ismsFiles)),
  ]);
  if (code) throw new GitFault(refusing('Git could not list the commits of {0}: {1}', top, firstLine(error)));
  const found = bytes
    .toString('utf8')
    .split('\0')
    .flatMap((text): Commit[] => {
      const [id = '', at = '', subject = ''] = text.split('\n');
      return id === '' ? [] : [{ id, on: at.slice(0, 10), subject }];
    });
  return { commits: found.slice(0, most), isCut: found.length > most, isShallow: await isShallow(folder) };
}

/** A name that a repository has for a commit. */
export interface Ref {
  /** As git takes it: `main`, `origin/main`, `v1.0`. */
  readonly name: string;
  readonly kind: 'branch' | 'tag';
}

/** So many branches and tags are listed, those with the newest commits first. */
const mostRefs = 200;

/** The branches and tags of the repository around a folder, newest first, branches before tags. */
export async function refsOf(folder: string): Promise<readonly Ref[]> {
  const { code, bytes } = await git(folder, [
    'for-each-ref',
    '--sort=refname',
    '--sort=-creatordate',
    `--count=${mostRefs}`,
    '--format=%(refname)%00%(refname:short)%00%(symref)',
    'refs/heads',
    'refs/remotes',
    'refs/tags',
  ]);
  if (code) return [];
  const refs = bytes
    .toString('utf8')
    .split('\n')
    .flatMap((line): Ref[] => {
      const [full = '', name = '', symbolic = ''] = line.split('\0');
      // `origin/HEAD` is another name of a branch that is listed.
      if (name === '' || symbolic !== '') return [];
      return [{ name, kind: full.startsWith('refs/tags/') ? 'tag' : 'branch' }];
    });
  return [...refs.filter(({ kind }) => kind === 'branch'), ...refs.filter(({ kind }) => kind === 'tag')];
}

/** A file of a revision. */
export interface TreeFile {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly object: string;
  readonly isLink: boolean;
}

/** All files of a tree. */
export async function filesOf(top: string, tree: string): Promise<TreeFile[]> {
  const { code, bytes, error } = await git(top, ['ls-tree', '-r', '-z', '--full-tree', tree]);
  if (code) throw new GitFault(refusing('Git could not list the files of {0}: {1}', tree, firstLine(error)));
  return bytes
    .toString('utf8')
    .split('\0')
    .flatMap(line => {
      const parts = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line);
      const [, mode, type, object = '', path = ''] = parts ?? [];
      return type === 'blob' ? [{ path, object, isLink: mode === '120000' }] : [];
    });
}

/** The contents of objects, in their order. */
export async function contentsOf(top: string, objects: readonly string[]): Promise<Buffer[]> {
  if (!objects.length) return [];
  const { code, bytes, error } = await git(top, ['cat-file', '--batch'], `${objects.join('\n')}\n`);
  if (code) throw new GitFault(refusing('Git could not read the files of the revision: {0}', firstLine(error)));
  const contents: Buffer[] = [];
  let at = 0;
  for (const object of objects) {
    const end = bytes.indexOf(0x0a, at);
    const size = / blob (\d+)$/.exec(bytes.subarray(at, end < 0 ? at : end).toString('latin1'))?.[1];
    if (size === undefined) {
      throw new GitFault(
        refusing('Git has no content of {0}, as in a partial clone. Fetch the revision as a whole first.', object),
      );
    }
    contents.push(bytes.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

const firstLine = (text: string): string => text.split('\n')[0]?.replace(/^fatal: /, '') ?? '';
