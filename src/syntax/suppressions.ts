/**
 * Comments that silence a rule for the declaration they stand before or in, with the reason:
 * `// isms-ignore risk/overdue-action: waiting for the vendor, see TCK-12`. Only a `//` comment does, from its first word on: the same
 * words in a quoted text or in a block comment are prose.
 */

import type { Span } from '../model/declaration.ts';
import { isLineBreak, SPACE, TAB } from './text/characters.ts';
import { nextLine } from './text/chunk.ts';
import { isLineComment, regionsOf } from './text/regions.ts';

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

/** What suppressions are read from: a declaration and what is around it. Immutable. */
export interface SuppressionSource {
  readonly text: string;
  /** Where the declaration begins; comments before it end there at the latest, also one that nothing closes. */
  readonly bodyStart: number;
}

interface Known {
  readonly list: readonly Suppression[];
  readonly silenced: ReadonlySet<string>;
}

const pattern = /^\/\/+[ \t]*isms-ignore\b[ \t]*([\w/-]*)[ \t]*(?::[ \t]*(.*))?/s;

const word = 'isms-ignore';

const nothing: Known = { list: [], silenced: new Set() };

/** Read once for each chunk, as it is asked at each look at each finding. */
const known = new WeakMap<SuppressionSource, Known>();

/** Whether a text may hold a suppression; quick. */
export const mayHoldSuppressions = (text: string): boolean => text.includes(word);

/** The suppressions in a chunk, from first to last. */
export const suppressions = (chunk: SuppressionSource): readonly Suppression[] => knownOf(chunk).list;

/** Whether a chunk silences findings under one of these codes of a rule; without a reason a suppression does not count. */
export function isSuppressed(chunk: SuppressionSource, codes: readonly string[]): boolean {
  const { silenced } = knownOf(chunk);
  return silenced.size > 0 && codes.some(code => silenced.has(code));
}

function knownOf(chunk: SuppressionSource): Known {
  if (!mayHoldSuppressions(chunk.text)) return nothing;
  let found = known.get(chunk);
  if (!found) known.set(chunk, (found = read(chunk)));
  return found;
}

function read({ text, bodyStart }: SuppressionSource): Known {
  const list = [...regionsOf(text, 0, bodyStart), ...regionsOf(text, bodyStart)].flatMap(region => {
    const found = isLineComment(text, region) && suppressionIn(text, region);
    return found ? [found] : [];
  });
  return { list, silenced: new Set(list.flatMap(({ code, reason }) => (reason ? [code] : []))) };
}

/** The suppression that a `//` comment is; undefined for any other comment. */
export function suppressionIn(text: string, { start: from, end: to }: Span): Suppression | undefined {
  const written = text.slice(from, to);
  const match = pattern.exec(written);
  if (!match) return undefined;
  const [, code = '', reason = ''] = match;
  const at = written.indexOf(word);
  const start = from + (code ? written.indexOf(code, at + word.length) : at);
  const end = start + (code || word).length;
  return { code, reason: reason.trim(), start, end, comment: withLine(text, { start: from, end: to }) };
}

/** A comment that is alone on its line takes the line with it; another one the blanks before it. */
function withLine(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && isIndent(text.charCodeAt(from - 1))) from--;
  const isAlone = from === 0 || isLineBreak(text.charCodeAt(from - 1));
  return { start: from, end: isAlone && end < text.length ? nextLine(text, end) : end };
}

const isIndent = (code: number): boolean => code === SPACE || code === TAB;
