/**
 * Comments that silence a rule for the declaration they stand before or in, with the reason:
 * `// isms-ignore risk/overdue-action: waiting for the vendor, see TCK-12`.
 */
import type { Span } from './declaration.ts';

export interface Suppression {
  /** Empty if none is given. */
  readonly code: string;
  readonly reason: string;
  /** Where the code stands in the chunk's text; the word `isms-ignore` if there is none. */
  readonly start: number;
  readonly end: number;
  /** The comment, with its line where it stands on one of its own. */
  readonly comment: Span;
}

const pattern = /\/\/[ \t]*isms-ignore\b[ \t]*([\w/-]*)[ \t]*(?::[ \t]*([^\r\n]*))?[^\r\n]*/g;

const word = 'isms-ignore';

const none: readonly Suppression[] = [];

/** Whether a text may hold a suppression; quick. */
export const mayHoldSuppressions = (text: string): boolean => text.includes(word);

/** The suppressions in the text of a chunk. */
export function suppressions(text: string): readonly Suppression[] {
  if (!mayHoldSuppressions(text)) return none;
  return [...text.matchAll(pattern)].map(match => {
    const code = match[1] ?? '';
    const at = match[0].indexOf(word);
    const start = match.index + (code ? match[0].indexOf(code, at + word.length) : at);
    return {
      code,
      reason: (match[2] ?? '').trim(),
      start,
      end: start + (code || word).length,
      comment: withLine(text, { start: match.index, end: match.index + match[0].length }),
    };
  });
}

/** A comment that is alone on its line takes the line with it; another one the blanks before it. */
function withLine(text: string, { start, end }: Span): Span {
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const lineStart = start - indent;
  const isAlone = lineStart === 0 || /[\r\n]/.test(text.charAt(lineStart - 1));
  const lineEnd = isAlone ? (/^(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return { start: lineStart, end: end + lineEnd };
}

/** Whether findings of this code are silenced; without a reason a suppression does not count. */
export const isSuppressed = (list: readonly Suppression[], code: string): boolean =>
  list.some(suppression => suppression.code === code && suppression.reason !== '');
