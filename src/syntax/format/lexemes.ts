/** The tokens and comments of a chunk, with what has to be known to lay them out. */
import { isLineComment, isSpace, Lexer } from '../lexer.ts';
import { isLineBreak } from '../text/characters.ts';
import type { Chunk } from '../text/chunk.ts';
import { itemStarts } from './items.ts';

/** A token that is no white space, or a comment. */
export interface Lexeme {
  readonly kind: 'comment' | 'text' | 'string' | 'code';
  /** UTF-16 offsets in the chunk; a `//` comment ends before the blanks at the end of its line. */
  readonly start: number;
  readonly end: number;
  /** What it is, if it is punctuation; else empty. */
  readonly mark: string;
  /** How many line ends stand between it and the one before. */
  readonly breaks: number;
  /** Whether it is a `//` comment. */
  readonly endsLine: boolean;
  /** Whether it is a comment before which nothing but comments stands on its line. */
  readonly ownLine: boolean;
  /** Whether it goes over several lines. */
  readonly isLong: boolean;
  /** How far its last line goes; only if it is long. */
  readonly lastColumn: number;
  /** Whether an item begins with it: the declaration, a key, a flag, a block, or a line of a scale, matrix or mapping. */
  readonly beginsItem: boolean;
}

/**
 * The lexemes of a chunk, from first to last; undefined if it is damaged. What follows a line end, or nothing, in front of the chunk is the
 * first of its line.
 */
export function lexemesOf(chunk: Chunk): readonly Lexeme[] | undefined {
  const { text, bodyStart, bodyEnd } = chunk;
  if (chunk.unclosedComment) return undefined;
  const items = bodyStart < bodyEnd ? itemStarts(text, bodyStart, bodyEnd) : new Set<number>();
  if (!items) return undefined;
  const lexemes: Lexeme[] = [];
  let breaks = 0;
  let before: Lexeme | undefined;
  const lexer = new Lexer(text);
  while (lexer.next()) {
    if (lexer.kind === 'break') breaks++;
    if (isSpace(lexer)) continue;
    const { kind, start, end } = lexer;
    const isComment = kind === 'comment';
    // Around the declaration there is nothing else.
    if (!isComment && (start < bodyStart || end > bodyEnd)) return undefined;
    const endsLine = isLineComment(text, lexer);
    const lastBreak = kind === 'text' || (isComment && !endsLine) ? lastBreakIn(text, start, end) : -1;
    before = {
      kind: isComment || kind === 'text' || kind === 'string' ? kind : 'code',
      start,
      end: endsLine ? start + text.slice(start, end).trimEnd().length : end,
      mark: kind === 'mark' ? text.slice(start, end) : '',
      breaks,
      endsLine,
      ownLine: isComment && (breaks > 0 || !before || before.ownLine),
      isLong: lastBreak >= 0,
      lastColumn: end - lastBreak - 1,
      beginsItem: items.has(start),
    };
    lexemes.push(before);
    breaks = 0;
  }
  return lexemes;
}

/** Where the last line end in a stretch of text is; -1 if there is none. */
function lastBreakIn(text: string, from: number, to: number): number {
  let at = to - 1;
  while (at >= from && !isLineBreak(text.charCodeAt(at))) at--;
  return at >= from ? at : -1;
}
