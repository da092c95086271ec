/**
 * Comments that silence a rule for the declaration they stand before or in, with the reason:
 * `// isms-ignore risk/overdue-action: waiting for the vendor, see TCK-12`.
 */
export interface Suppression {
  readonly code: string;
  readonly reason: string;
  /** Where the code stands in the chunk's text. */
  readonly start: number;
  readonly end: number;
}

const pattern = /\/\/[ \t]*isms-ignore[ \t]+([\w-]+\/[\w-]+)[ \t]*(?::[ \t]*([^\r\n]*))?/g;

const none: readonly Suppression[] = [];

/** The suppressions in the text of a chunk. */
export function suppressions(text: string): readonly Suppression[] {
  if (!text.includes('isms-ignore')) return none;
  return [...text.matchAll(pattern)].map(match => {
    const code = match[1] as string;
    const start = match.index + match[0].indexOf(code);
    return { code, reason: (match[2] ?? '').trim(), start, end: start + code.length };
  });
}

/** Whether findings of this code are silenced; without a reason a suppression does not count. */
export const isSuppressed = (list: readonly Suppression[], code: string): boolean =>
  list.some(suppression => suppression.code === code && suppression.reason !== '');
