/**
 * Comments and quoted texts: the one scan that tells them from everything else, in text that may be damaged or unfinished. Whoever looks
 * for a brace, a comment or a word in a text asks here what is prose. It agrees with the splitter and, in text in order, with the lexer.
 */
import { BACKSLASH, isLineBreak, QUOTE, SLASH, STAR } from './characters.ts';

/** A comment or quoted text. One that nothing closes ends with its line, or, a `"""` or a block comment, with the text. */
export interface Region {
  readonly kind: 'comment' | 'string' | 'text';
  /** UTF-16 offsets, from the first character to behind the last. */
  readonly start: number;
  readonly end: number;
  /** Always false for a `//` comment, which its line ends. */
  readonly closed: boolean;
}

/** The comments and quoted texts that begin in a stretch of text, from first to last. Takes time in proportion to its length. */
export function regionsOf(text: string, from = 0, to = text.length): Region[] {
  const regions: Region[] = [];
  for (let at = from; at < to; ) {
    const region = regionAt(text, at, to);
    if (region) regions.push(region);
    at = region?.end ?? at + 1;
  }
  return regions;
}

/** Whether a region is a `//` comment. */
export const isLineComment = (text: string, { kind, start }: Region): boolean =>
  kind === 'comment' && text.charCodeAt(start + 1) === SLASH;

/** Where the first of some characters stands that is neither in a comment nor in a quoted text; -1 if there is none. */
export function indexOutside(text: string, characters: string, from: number, to = text.length): number {
  for (let at = from; at < to; ) {
    const region = regionAt(text, at, to);
    if (!region && characters.includes(text.charAt(at))) return at;
    at = region?.end ?? at + 1;
  }
  return -1;
}

/** The comment or quoted text that begins at an offset. */
function regionAt(text: string, at: number, to: number): Region | undefined {
  const code = text.charCodeAt(at);
  if (code === QUOTE) {
    return text.startsWith('""', at + 1) && at + 3 <= to ? until(text, 'text', at, '"""', to) : stringAt(text, at, to);
  }
  if (code !== SLASH || at + 1 >= to) return undefined;
  const next = text.charCodeAt(at + 1);
  if (next === STAR) return until(text, 'comment', at, '*/', to);
  if (next !== SLASH) return undefined;
  let end = at + 2;
  while (end < to && !isLineBreak(text.charCodeAt(end))) end++;
  return { kind: 'comment', start: at, end, closed: false };
}

function until(text: string, kind: Region['kind'], start: number, close: string, to: number): Region {
  const at = text.indexOf(close, start + (kind === 'text' ? 3 : 2));
  const closed = at >= 0 && at + close.length <= to;
  return { kind, start, end: closed ? at + close.length : to, closed };
}

function stringAt(text: string, start: number, to: number): Region {
  let at = start + 1;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return { kind: 'string', start, end: at + 1, closed: true };
    if (isLineBreak(code)) break;
    at += code === BACKSLASH && at + 1 < to && !isLineBreak(text.charCodeAt(at + 1)) ? 2 : 1;
  }
  return { kind: 'string', start, end: at, closed: false };
}
