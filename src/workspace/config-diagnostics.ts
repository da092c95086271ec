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
