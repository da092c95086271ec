/**
 * Reads files of ISMSs out of a git repository, as they were in a revision. Git is run with lists of arguments, never through a shell;
 * nothing is written, fetched or checked out, and no hook or filter runs. Loaded on first use.
 */
import { execFile } from 'node:child_process';

/** Why git did not answer. The message is a sentence for people. */
export class GitFault extends Error {
  readonly code = 'ISMS_GIT';
}

/** Whether an error is a `GitFault`, also one of another bundle. */
export const isGitFault = (error: unknown): error is Error =>
  (error as { readonly code?: unknown } | undefined)?.code === 'ISMS_GIT';

/** Bytes of what git may answer at once. */
const mostBytes = 512 * 1024 * 1024;

/** What would let git look at another repository than that around the folder, as inside of a hook. */
const elsewhere = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_COMMON_DIR'];

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
            new GitFault(
              'Git is not installed, or not on the PATH; revisions are read with it. Give two folders or archives instead.',
            ),
          );
        } else reject(new GitFault(`Git could not be run: ${error?.message ?? code}.`));
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

/**
 * Finds a revision.
 * @param folder any folder inside the repository; has to exist
 * @param name as git takes it: `HEAD~1`, `main`, a tag, an id
 */
export async function findRevision(folder: string, name: string): Promise<Revision> {
  const place = await git(folder, ['rev-parse', '--show-toplevel', '--show-prefix']);
  if (place.code) {
    const why = firstLine(place.error);
    throw new GitFault(
      /not a git repository/i.test(why) || why === ''
        ? `${folder} is not in a git repository, so it has no revision ${name}. Give folders or .zip archives, or name a folder of the repository with --in.`
        : `Git refuses to read ${folder}: ${why}`,
    );
  }
  const [top = '', prefix = ''] = place.bytes.toString('utf8').split('\n');
  const tree = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{tree}`]);
  const id = tree.bytes.toString('utf8').trim();
  if (tree.code || !/^[0-9a-f]{40,64}$/.test(id)) {
    throw new GitFault(
      `There is no revision ${name} in the repository ${top}, and no folder or archive of that name. Look with “git log --oneline”; in a shallow clone, fetch it first.`,
    );
  }
  return { top, prefix, tree: id };
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
  if (code) throw new GitFault(`Git could not list the files of ${tree}: ${firstLine(error)}`);
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
  if (code) throw new GitFault(`Git could not read the files of the revision: ${firstLine(error)}`);
  const contents: Buffer[] = [];
  let at = 0;
  for (const object of objects) {
    const end = bytes.indexOf(0x0a, at);
    const size = / blob (\d+)$/.exec(bytes.subarray(at, end < 0 ? at : end).toString('latin1'))?.[1];
    if (size === undefined) {
      throw new GitFault(
        `Git has no content of ${object}, as in a partial clone. Fetch the revision as a whole first.`,
      );
    }
    contents.push(bytes.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

const firstLine = (text: string): string => text.split('\n')[0]?.replace(/^fatal: /, '') ?? '';
