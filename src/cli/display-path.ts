import { relative, sep } from 'node:path';
import { printable } from '../syntax/text/printable.ts';

/** A path as seen from a folder, with `/` on every system; `.` for the folder itself. */
export function displayPath(from: string, path: string): string {
  const seen = relative(from, path);
  return seen === '' ? '.' : seen.split(sep).join('/');
}

/** The same for people: a name may hold line breaks and control characters. */
export const shownPath = (from: string, path: string): string => printable(displayPath(from, path));
