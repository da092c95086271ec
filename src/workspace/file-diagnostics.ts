/** What is wrong with files as a whole: configuration, lock files, and what cannot be read. */
import { ChunkedText } from '../language/text/chunked-text.ts';
import type { ParsedConfig } from './config.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';

/** What is wrong with a configuration file, as diagnostics in it. */
export function configDiagnostics(uri: string, { text, parsed }: { text: string; parsed: ParsedConfig }): Diagnostic[] {
  const document = new ChunkedText(text, new Set());
  const at = (offset: number) => {
    let rest = offset;
    for (const [index, chunk] of document.chunks.entries()) {
      if (rest <= chunk.text.length) return document.positionAt(index, rest);
      rest -= chunk.text.length;
    }
    return document.positionAt(document.chunks.length, 0);
  };
  const found = parsed.problems.map(({ message, offset, length }) => ({
    code: 'config/invalid',
    severity: 'error' as const,
    message,
    uri,
    range: { start: at(offset), end: at(Math.min(text.length, offset + length)) },
    related: [],
  }));
  return found.sort(compareDiagnostics);
}

const start = { line: 0, character: 0 };

const atTop = (code: string, uri: string, message: string): Diagnostic => ({
  code,
  severity: 'error',
  message,
  uri,
  range: { start, end: start },
  related: [],
});

/** What there is to say of a file that is there and cannot be read. */
export const unreadDiagnostic = (uri: string, reason: string): Diagnostic =>
  atTop('syntax/unreadable', uri, `This file cannot be read, so what it declares is missing: ${reason}.`);

/** What there is to say of a lock file that nobody can have written with `isms approve`. */
export const brokenLockDiagnostic = (uri: string): Diagnostic =>
  atTop(
    'syntax/unreadable',
    uri,
    'This is not what “isms approve” writes; restore it from version control, or approve again.',
  );
