import { relative, sep } from 'node:path';

/** A path as seen from a folder, with `/` on every system; `.` for the folder itself. */
export function displayPath(from: string, path: string): string {
  const seen = relative(from, path);
  return seen === '' ? '.' : seen.split(sep).join('/');
}
