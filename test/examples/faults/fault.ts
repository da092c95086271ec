/** One-line faults, by kind: an edit of one declaration of an ISMS that is clean, and what is told of it. */

export interface Fault {
  readonly what: string;
  /** The file of the example, and the head of the declaration in it that is edited; without a head the text is added at its end. */
  readonly file: string;
  readonly head?: string;
  /** What is exchanged in the declaration, and for what. */
  readonly from?: string | RegExp;
  readonly to: string;
  /** The codes that are told, in order: just one for a fault, none for what only looks like one. */
  readonly codes: readonly string[];
}

/** The text of a file with the fault in it. */
export function withFault(text: string, { head, from = '', to }: Fault): string {
  if (head === undefined) return `${text}\n${to}\n`;
  const start = text.indexOf(head);
  const line = text.indexOf('\n', start);
  const end = start < 0 ? -1 : text.slice(start, line).endsWith('}') ? line : text.indexOf('\n}', start) + 2;
  const found = start < 0 ? text : text.slice(start, end);
  return start < 0 ? text : text.slice(0, start) + found.replace(from, to) + text.slice(end);
}
