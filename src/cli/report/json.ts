import { dirname, resolve } from 'node:path';
import { isFolder, pathOfUri } from '../../node/files.ts';
import { inEnglish } from '../../wording/wording.ts';
import { displayPath } from '../display-path.ts';
import type { Report } from './report.ts';

/**
 * An array of `{code, severity, message, file, range, related?}`; lines and UTF-16 columns count from 0. `file` is relative to the
 * one PATH (to its folder, if PATH is a file), or with several PATHs to the current folder, since only that tells them apart.
 */
export function jsonReport({ diagnostics, paths, io }: Report): string {
  const base = baseOf(paths, io.cwd);
  const file = (uri: string): string => displayPath(base, pathOfUri(uri));
  const findings = diagnostics.map(({ code, severity, message, uri, range, related }) => ({
    code,
    severity,
    message: inEnglish(message),
    file: file(uri),
    range,
    ...(related.length && {
      related: related.map(place => ({ file: file(place.uri), range: place.range, message: inEnglish(place.message) })),
    }),
  }));
  return `${JSON.stringify(findings, null, 2)}\n`;
}

function baseOf(paths: readonly string[], cwd: string): string {
  const [only] = paths;
  if (only === undefined || paths.length > 1) return cwd;
  const path = resolve(cwd, only);
  return isFolder(path) ? path : dirname(path);
}
