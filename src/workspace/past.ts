/** An ISMS over the history of its repository: which commits changed it, and the ISMS as it was after one of them. */
import { fill, type GivenFiles } from './given-files.ts';
import { baseName, pathBetween } from './uri.ts';
import { type IsmsUnit, Workspace } from './workspace.ts';

/** A commit that changed the ISMS. */
export interface CommitData {
  /** Its id, or as much of it as tells it from the others. */
  readonly id: string;
  /** The day of its author, where that was; an ISO date. */
  readonly day: string;
  /** The first line of its message. */
  readonly subject: string;
}

/** The states that an ISMS had. */
export interface Past {
  /** The commits that changed it, oldest first, with whole ids. */
  readonly commits: readonly CommitData[];
  /** Whether the repository holds only the last commits. */
  readonly isShallow: boolean;
  /** The ISMS as it was after a commit, judged as of the commit's day. Rejects with a sentence where it cannot be had. */
  open(commit: CommitData): Promise<IsmsUnit>;
}

/** What is asked of a repository; see `node/revision.ts`. */
export interface PastRepository {
  /** The commits that changed files of ISMSs, newest first. */
  commits(asked: CommitsWanted): Promise<{
    readonly commits: readonly { readonly id: string; readonly on: string; readonly subject: string }[];
    readonly isShallow: boolean;
  }>;
  snapshot(revision: string): Promise<StateFiles>;
}

export interface CommitsWanted {
  readonly most: number;
  readonly isMainLine: true;
  readonly beside: readonly string[];
}

export interface StateFiles extends GivenFiles {
  /** URI of the folder of the ISMS. */
  readonly folder: string;
  readonly fileExists: (uri: string) => boolean | undefined;
}

/** More commits than are looked at to choose from. */
const mostCommits = 100_000;

/**
 * What a repository knows of an ISMS. What came by a merge is the merge, and an ISMS that it uses today belongs to it.
 * Rejects as the repository does.
 */
export async function pastOf(workspace: Workspace, { root }: IsmsUnit, repository: PastRepository): Promise<Past> {
  const beside = workspace.usedFolders(one => one === root).flatMap(folder => pathBetween(root, folder) ?? []);
  const { commits, isShallow } = await repository.commits({ most: mostCommits, isMainLine: true, beside });
  return {
    commits: commits.map(({ id, on, subject }) => ({ id, day: on, subject })).reverse(),
    isShallow,
    open: async ({ id, day }) => unitAt(await repository.snapshot(id), day),
  };
}

/**
 * The ISMS of a state, judged as of a day whatever its configuration says. No rule runs: only what is declared counts. Where the folder holds
 * none itself, the only one in the files is meant.
 * @throws an error whose message is a sentence, where there is none or a file could not be read
 */
export function unitAt(files: StateFiles, day: string): IsmsUnit {
  for (const [uri, reason] of files.unreadFiles)
    throw new Error(`${decodeURIComponent(baseName(uri))} could not be read: ${reason}.`);
  const workspace = new Workspace({ rules: [], today: day, settings: { asOf: day }, fileExists: files.fileExists });
  fill(workspace, files);
  const units = workspace.ismss();
  const unit = units.find(({ root }) => root === files.folder) ?? (units.length === 1 ? units[0] : undefined);
  if (unit) return unit;
  throw new Error(
    units.length ? 'It held several ISMSs, and none in this folder.' : 'It held no file with an isms block.',
  );
}
