import type { Commits, CommitsAsked, GitProblem, Ref } from '../../src/node/git.ts';
import type { Snapshot } from '../../src/node/snapshot.ts';
import { SaidError } from '../../src/wording/said-error.ts';
import type { Saying } from '../../src/wording/wording.ts';
import type { FileSystem } from '../../src/workspace/identity.ts';
import type { FileBytes } from '../../src/workspace/workspace.ts';

/** What a host may ask of the server. URIs are in their normal form. */
export interface HostContext {
  /** The folders of the workspace. */
  readonly folders: () => readonly string[];
  /** Whether the user trusts the workspace. */
  readonly isTrusted: () => boolean;
  /** To be called when it is known by now whether files exist that were asked for. */
  readonly onAnswer: () => void;
}

/** What the server needs of the place it runs in: files. Node reads them itself; in a browser the client is asked. */
export interface Host {
  /** All sources, configuration and lock files under a folder. */
  findFiles(folder: string): Promise<FoundFiles>;
  /** Reads a file. */
  readFile(uri: string): Promise<FileContent>;
  /** Reads a file below a folder that is no text, of at most so many bytes; see `ReadBytes`. */
  readBytes?(uri: string, within: string, most: number): Promise<FileBytes>;
  /** Whether a file exists; undefined where that is not known, or not yet. */
  fileExists(uri: string): boolean | undefined;
  /** What a folder holds, for completion of paths; empty where it cannot be told. */
  listFolder?(uri: string): Promise<readonly FolderEntry[]>;
  /** The folder of the ISMS that a folder belongs to, which may lie above it; undefined where there is none, or none is looked for. */
  enclosingIsms?(folder: string): Promise<string | undefined>;
  /** What the git repository around a folder knows of earlier; absent where git cannot be run, as in a browser. */
  readonly repository?: Repository;
  /** How names are compared; exactly, if it does not say. */
  readonly fileSystem?: FileSystem;
  /** The URI without links on its way; undefined where nothing is there, or links are not known. */
  realUri?(uri: string): string | undefined;
  /** Something came, went or changed: what was found out about files may be wrong. */
  filesChanged?(uris: readonly string[]): void;
}

/**
 * Asks the git repository around a folder, given by its URI. Everything rejects with a `RepositoryFault` that says in a sentence why it cannot
 * be told: no git, no repository, no commit, no such revision, or a workspace that nobody trusts, in which nothing is run.
 */
export interface Repository {
  /** Whether git may be run now. */
  isAllowed(): boolean;
  /** The ISMS at a folder as it was in a revision, such as `HEAD~1`, a branch or a tag. Its places are named like those of today. */
  snapshot(folder: string, revision: string): Promise<Snapshot>;
  /** A text that is the same as long as a revision means the same files. */
  state(folder: string, revision: string): Promise<string>;
  /** The commits that changed files of ISMSs under a folder, newest first. */
  commits(folder: string, asked?: CommitsAsked): Promise<Commits>;
  /** The branches and tags. */
  refs(folder: string): Promise<readonly Ref[]>;
}

const repositoryFault = 'ISMS_REPOSITORY';

/** Whether an error is a `RepositoryFault`, also one of another bundle. */
export const isRepositoryFault = (error: unknown): error is RepositoryFault =>
  (error as { readonly code?: unknown } | undefined)?.code === repositoryFault;

/** Why nothing is known of earlier. The message is a sentence for people. */
export class RepositoryFault extends SaidError {
  readonly code = repositoryFault;
  /** What stands in the way; `other` where only the message tells. */
  readonly problem: GitProblem | 'untrusted' | 'no-files';

  constructor(said: Saying, problem: RepositoryFault['problem'] = 'other') {
    super(said);
    this.problem = problem;
  }
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What was found under a folder. URIs are in their normal form, see src/workspace/uri.ts. */
export interface FoundFiles {
  /** In any order. */
  readonly uris: readonly string[];
  /** Where links to files lead, by the URI of the link. */
  readonly links?: ReadonlyMap<string, string>;
  /** The folders that could not be looked into. */
  readonly unread?: readonly UnreadFolder[];
}

export interface UnreadFolder {
  readonly uri: string;
  /** The end of a sentence. */
  readonly reason: string;
}

/** The text of a file; why it could not be read; undefined where there is none. */
export type FileContent = { readonly text: string } | { readonly reason: string } | undefined;
