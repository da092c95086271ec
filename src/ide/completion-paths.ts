/** The path of a file that is being written: which folder it is in, and what of it is there. */
import type { TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import { isWithin, parentUri, resolvePath } from '../workspace/uri.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { cursorPlace } from './cursor-place.ts';

export interface PathPlace {
  /** The URI of the folder that the path has reached. */
  readonly folder: string;
  /** The last part of the path, which is replaced. On one line. */
  readonly range: TextRange;
  /** Whether it names a folder, and files are of no use. */
  readonly isFolder: boolean;
}

/**
 * The path at a position, inside the quotes of `file:` and other keys for one; undefined elsewhere. A file lies in the folder of the ISMS;
 * another ISMS may lie anywhere.
 */
export function pathAt(workspace: Workspace, uri: string, position: TextPosition): PathPlace | undefined {
  const place = cursorPlace(workspace, uri, position);
  const { cursor, unit } = place ?? {};
  if (!place || !cursor || !unit?.root || cursor.place !== 'string') return undefined;
  const { property } = cursor;
  if (!property?.path && !property?.isms) return undefined;
  const from = parentUri(uri);
  const typed = cursor.prefix;
  if (from === undefined || !typed.startsWith('"') || typed.startsWith('"""') || /[\r\n]/.test(typed)) return undefined;
  const path = typed.slice(1);
  const last = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  const folder = resolvePath(from, path.slice(0, last));
  if (property.path && folder !== unit.root && !isWithin(folder, unit.root)) return undefined;
  const start = cursor.start + 1 + last;
  return { folder, range: place.range(start, cursor.start + typed.length), isFolder: property.isms === true };
}
