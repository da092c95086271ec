/** Writes what a refactoring changes, all files or none. */
import { changeFiles, type FileChange, isLinkInTheWay } from '../node/change-files.ts';
import { fileReason } from '../node/file-reason.ts';
import { leadsOut, pathOfUri, uriOfPath, type WriteError } from '../node/files.ts';
import { type Refactoring, textsAfter } from '../refactor/refactoring.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { shownPath } from './display-path.ts';
import { type Io, UsageError } from './io.ts';

/** The files that a refactoring changes, makes and deletes, each in order of the paths. */
export function changesOf(workspace: Workspace, outcome: Refactoring): FileChange[] {
  const isNew = new Set(outcome.creates);
  const written = [...textsAfter(workspace, outcome)].map(([uri, after]) => ({
    path: pathOfUri(uri),
    before: isNew.has(uri) ? undefined : (workspace.text(uri) ?? ''),
    after,
  }));
  const deleted = outcome.deletes.map(uri => ({
    path: pathOfUri(uri),
    before: workspace.text(uri) ?? '',
    after: undefined,
  }));
  return [...written, ...deleted];
}

/**
 * Writes them below the folders of their ISMSs; new files below that of `unit`. Returns sentences about what was left over.
 * @throws UsageError that says what was not written, why, and what state the other files are in
 */
export function writeChanges(workspace: Workspace, unit: IsmsUnit, changes: readonly FileChange[], io: Io): string[] {
  const folderOf = (path: string): string => pathOfUri((workspace.unitOf(uriOfPath(path)) ?? unit).root);
  const shown = (paths: readonly string[]): string => paths.map(path => shownPath(io.cwd, path)).join(', ');
  try {
    const left = changeFiles(folderOf, changes);
    return left.length ? [`Could not be cleared away, and may be deleted: ${shown(left)}.`] : [];
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ISMS_NOT_WRITTEN') throw error;
    const { path, cause, left, backups } = error as WriteError;
    if (isLinkInTheWay(cause) && leadsOut(folderOf(path), path)) {
      throw new UsageError(
        `Nothing was changed: ${shown([path])} is a link that leads out of the folder of its ISMS. Replace it by the file.`,
      );
    }
    const deleted = changes.some(change => change.path === path && change.after === undefined);
    const kept = backups.length ? ` Their former texts are in: ${shown(backups)}.` : '';
    const state = left.length ? `Changed and not taken back: ${shown(left)}.${kept}` : 'All files are as they were.';
    throw new UsageError(`${shown([path])} was not ${deleted ? 'deleted' : 'written'}: ${fileReason(cause)}. ${state}`);
  }
}
