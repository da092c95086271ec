/** What is wrong with files as a whole: configuration, lock files, and what cannot be read. */

import type { SeveritySetting } from '../rules/presets.ts';
import { ChunkedText } from '../syntax/text/chunked-text.ts';
import { type Saying, saying } from '../wording/wording.ts';
import type { ParsedConfig } from './configuration/config.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';

/** What is wrong with a configuration file, as diagnostics in it; also that it applies to nothing. */
export function configDiagnostics(
  uri: string,
  { text, parsed }: { text: string; parsed: ParsedConfig },
  isUnused = false,
): Diagnostic[] {
  const document = new ChunkedText(text, new Set());
  const at = (offset: number) => {
    let rest = offset;
    for (const [index, chunk] of document.chunks.entries()) {
      if (rest <= chunk.text.length) return document.positionAt(index, rest);
      rest -= chunk.text.length;
    }
    return document.positionAt(document.chunks.length, 0);
  };
  const range = (offset: number, length: number) => ({
    start: at(offset),
    end: at(Math.min(text.length, offset + length)),
  });
  const found: Diagnostic[] = parsed.problems.map(({ message, offset, length, isRenamed }) => ({
    code: isRenamed ? 'config/renamed-code' : 'config/invalid',
    severity: isRenamed ? ('info' as const) : ('error' as const),
    message,
    uri,
    range: range(offset, length),
    related: [],
  }));
  if (isUnused) found.push(unusedConfig(uri, range(parsed.start, 1)));
  return found.sort(compareDiagnostics);
}

const start = { line: 0, character: 0 };

const unusedConfig = (uri: string, range: Diagnostic['range']): Diagnostic => ({
  code: 'config/unused',
  severity: 'warning',
  message: saying(
    'No ISMS is declared in this folder, so this configuration applies to nothing. Move it beside the `isms` block.',
  ),
  uri,
  range,
  related: [],
});

/** A file or a folder that is there and cannot be read. The reason ends the sentence that says so; it is said in the reader's language where it is one of ours. */
export interface UnreadPlace {
  readonly uri: string;
  readonly reason: string;
  readonly isFolder: boolean;
}

/** The code of the rule about what cannot be read. */
export const unreadable = 'syntax/unreadable';

/** What there is to say of something that is there and cannot be read; undefined where that is switched off. */
function unreadDiagnostic(uri: string, severity: SeveritySetting, message: Saying): Diagnostic | undefined {
  if (severity === 'off') return undefined;
  return { code: unreadable, severity, message, uri, range: { start, end: start }, related: [] };
}

export const unreadPlace = (
  { uri, reason, isFolder }: UnreadPlace,
  severity: SeveritySetting,
): Diagnostic | undefined =>
  unreadDiagnostic(
    uri,
    severity,
    isFolder
      ? saying('This folder cannot be read, so files in it are missing: {0}.', saying(reason))
      : saying('This file cannot be read, so what it declares is missing: {0}.', saying(reason)),
  );

/** For a lock file that nobody can have written with `isms approve`. */
export const brokenLock = (uri: string, severity: SeveritySetting): Diagnostic | undefined =>
  unreadDiagnostic(
    uri,
    severity,
    saying('This is not what “isms approve” writes; restore it from version control, or approve again.'),
  );
