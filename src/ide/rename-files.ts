/** What has to be written anew when files or folders get another name or place: the paths in `file:` and other keys for one. */

import { pathChanges } from '../refactor/rebase.ts';
import type { FileEdit } from '../workspace/block-edits.ts';
import { isWithin, parentUri } from '../workspace/uri.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A file or folder that is about to be moved. URIs are in their normal form. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The edits by which every `file:` names afterwards the file that it names now, whether that is moved, or the file that it is written in, or
 * a folder around one of them. The files are named as they are before the move.
 */
export function editsForMoves(workspace: Workspace, moves: readonly Move[]): FileEdit[] {
  const edits: FileEdit[] = [];
  for (const unit of workspace.allUnits()) {
    for (const uri of [...unit.isms.files.keys()].sort()) {
      const before = parentUri(uri);
      const after = parentUri(movedTo(uri, moves));
      if (before === undefined || after === undefined) continue;
      for (const block of unit.isms.files.get(uri)?.blocks ?? []) {
        for (const { start, end, written } of pathChanges(block, before, after, target => movedTo(target, moves))) {
          if (written !== undefined) edits.push({ uri, range: block.range({ start, end }), newText: written });
        }
      }
    }
  }
  return edits;
}

/** Where a file is after the moves. */
function movedTo(uri: string, moves: readonly Move[]): string {
  const move = moves.find(({ oldUri }) => uri === oldUri || isWithin(uri, oldUri));
  return move ? move.newUri + uri.slice(move.oldUri.length) : uri;
}
