/** Gathers the change history of the Statement of Applicability from whoever can ask a repository. */
import type { StatementHistory } from '../documents/data/_statement-history.ts';
import type { IsmsView } from '../model/view.ts';
import type { GivenFiles } from '../workspace/given-files.ts';
import { fill, meantIsmss } from '../workspace/given-files.ts';
import { type IsmsUnit, Workspace } from '../workspace/workspace.ts';

/** What a repository is asked; the adapter of Node, and the server's host, answer it. */
export interface Past {
  readonly commits: (asked: { readonly most: number; readonly since?: string; readonly isMainLine: true }) => Promise<{
    readonly commits: readonly { readonly id: string; readonly on: string; readonly subject: string }[];
    readonly isCut: boolean;
    readonly isShallow: boolean;
  }>;
  readonly snapshot: (revision: string) => Promise<PastFiles>;
  /** Whether an error says that a commit holds nothing that can be read, and not that the program failed. */
  readonly isFault: (error: unknown) => boolean;
}

/** The files of an ISMS as they were. */
export interface PastFiles extends GivenFiles {
  readonly folder: string;
  readonly sources: readonly { readonly uri: string }[];
  readonly fileExists: (uri: string) => boolean | undefined;
}

/** So many commits are looked at, each of which is read as a whole. */
export const mostHistory = 100;

/**
 * The change history of the statement of an ISMS, up to what it says now. The same commits and the same text give the same history.
 * Merged branches count as one change, the merge.
 * @param since only what was committed after this revision
 * Rejects with what the repository says where it has no history, or no such revision.
 */
export async function statementHistory(
  unit: IsmsUnit,
  today: string,
  past: Past,
  since?: string,
): Promise<StatementHistory> {
  const { historyOf } = await import('../diff/statement-history.ts');
  const now = unit.view();
  const asked = { most: mostHistory, isMainLine: true as const, ...(since !== undefined && { since }) };
  const { commits, isCut, isShallow } = await past.commits(asked);
  const viewOf = async (revision: string): Promise<IsmsView | undefined> => {
    try {
      return viewAt(await past.snapshot(revision), today, now.asOf);
    } catch (error) {
      if (past.isFault(error)) return undefined;
      throw error;
    }
  };
  const states = [];
  for (const commit of commits) states.push({ commit, view: await viewOf(commit.id) });
  // Not cut, what is older than the first commit after a revision is that revision itself.
  const base = since === undefined || isCut ? undefined : await viewOf(since);
  const told = historyOf({ states, base, now, isPartial: isCut || isShallow || since !== undefined });
  return { since: since ?? null, isCut, isShallow, commits: commits.length, ...told };
}

/** The ISMS that files of then mean; no rule is run, since nobody asks what is amiss in them. */
function viewAt(files: PastFiles, today: string, asOf: string): IsmsView | undefined {
  const workspace = new Workspace({ rules: [], today, settings: { asOf }, fileExists: files.fileExists });
  fill(workspace, files);
  const uris = files.sources.map(({ uri }) => uri);
  const [unit, ...more] = meantIsmss(workspace, files.folder, uris);
  return more.length ? undefined : unit?.view();
}
