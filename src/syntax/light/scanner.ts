/**
 * Splits text into tokens by the terminals of terms.langium, by character codes. It gives up where Langium's lexer would report
 * an error, and at an unclosed text.
 */
import {
  BACKSLASH,
  CARRIAGE_RETURN,
  DOT,
  GREATER,
  isBlank,
  isDigit,
  isLetter,
  isLineBreak,
  LINE_FEED,
  MINUS,
  OPEN_PARENTHESIS,
  QUOTE,
  SLASH,
  SPACE,
  STAR,
} from '../text/characters.ts';
import { afterParentheses } from '../text/parentheses.ts';
import {
  addToHash,
  beforeColon,
  CLAUSE,
  colon,
  DATE,
  END,
  ID,
  INT,
  punctuationByCharacter,
  STRING,
  TEXT,
  wordKind,
} from './vocabulary.ts';

/** Whether an ASCII character may go on in a name. */
const wordPart = Uint8Array.from({ length: 128 }, (_, code) => Number(isLetter(code) || isDigit(code)));

const isWordPart = (code: number): boolean => (code < 128 ? wordPart[code] === 1 : isLetter(code));

/** The tokens of one text: kinds (see vocabulary.ts) and places; behind the last stands END. Reused from text to text. */
export class Tokens {
  kinds = new Uint16Array(1024);
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  count = 0;

  // Where the next of each stands, as far as known: most quoted texts hold none, and finding the next is fast.
  private lineFeed = -1;
  private carriageReturn = -1;
  private backslash = -1;

  /** Reads a stretch of text that no token reaches out of. Returns whether all of it is tokens, white space and comments. */
  scan(text: string, from: number, to: number): boolean {
    this.count = 0;
    this.lineFeed = this.carriageReturn = this.backslash = -1;
    let at = from;
    while (at < to) {
      const code = text.charCodeAt(at);
      if (code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN) {
        at++;
      } else if (isLetter(code)) {
        at = this.word(text, at);
      } else if (code === QUOTE) {
        at = this.quoted(text, at);
      } else if (isDigit(code)) {
        at = this.number(text, at);
      } else if (code === SLASH) {
        at = afterComment(text, at);
      } else if (isBlank(code)) {
        // After letters, as in the grammar: U+1680 is a blank and in the range of a name's letters.
        at++;
      } else {
        at = this.punctuation(text, at, code);
      }
      if (at < 0) return false;
    }
    if (at > to) return false;
    this.add(END, to, to);
    this.count--;
    return true;
  }

  private add(kind: number, start: number, end: number): void {
    const { count } = this;
    if (count === this.kinds.length) this.grow();
    this.kinds[count] = kind;
    this.starts[count] = start;
    this.ends[count] = end;
    this.count = count + 1;
  }

  private added(kind: number, start: number, end: number): number {
    this.add(kind, start, end);
    return end;
  }

  private grow(): void {
    const { kinds, starts, ends } = this;
    const size = 2 * kinds.length;
    (this.kinds = new Uint16Array(size)).set(kinds);
    (this.starts = new Int32Array(size)).set(starts);
    (this.ends = new Int32Array(size)).set(ends);
  }

  private word(text: string, start: number): number {
    let hash = 0;
    let at = start;
    let code = text.charCodeAt(at);
    for (;;) {
      hash = addToHash(hash, code);
      code = text.charCodeAt(++at);
      if (isWordPart(code)) continue;
      if (code !== DOT && code !== MINUS) break;
      const next = text.charCodeAt(at + 1);
      if (isWordPart(next)) continue;
      if (next === (code === DOT ? DOT : GREATER)) break;
      hash = addToHash(hash, code);
      at++;
      break;
    }
    if (text.charCodeAt(at) === OPEN_PARENTHESIS) {
      const end = afterParentheses(text, at);
      // No keyword has any, so that its hash does not matter.
      if (end > at) return this.added(ID, start, end);
    }
    this.add(wordKind(text, start, at, hash), start, at);
    return at;
  }

  private number(text: string, start: number): number {
    let at = afterDigits(text, start);
    // DATE: four digits and a `-`, then any digits and `-`; of more digits the last four cannot begin one.
    if (at === start + 4 && text.charCodeAt(at) === MINUS) {
      do at = afterDigits(text, at + 1);
      while (text.charCodeAt(at) === MINUS);
      this.add(DATE, start, at);
      return at;
    }
    let kind = INT;
    while (text.charCodeAt(at) === DOT && isDigit(text.charCodeAt(at + 1))) {
      at = afterDigits(text, at + 1);
      kind = CLAUSE;
    }
    if (kind === CLAUSE) at = afterParentheses(text, at);
    this.add(kind, start, at);
    return at;
  }

  private quoted(text: string, start: number): number {
    if (text.charCodeAt(start + 1) === QUOTE && text.charCodeAt(start + 2) === QUOTE) {
      const close = text.indexOf('"""', start + 3);
      if (close < 0) return -1;
      this.add(TEXT, start, close + 3);
      return close + 3;
    }
    const next = text.indexOf('"', start + 1);
    if (next < 0) return -1;
    if (this.isPlain(text, start, next)) {
      this.add(STRING, start, next + 1);
      return next + 1;
    }
    for (let at = start + 1; ; at++) {
      let code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.add(STRING, start, at + 1);
        return at + 1;
      }
      if (code === BACKSLASH) {
        code = text.charCodeAt(++at);
        // What `.` does not take in a regular expression.
        if (code === 0x2028 || code === 0x2029) return -1;
      }
      if (isLineBreak(code) || Number.isNaN(code)) return -1;
    }
  }

  /** Whether no escape and no line end stand in a stretch of text. */
  private isPlain(text: string, start: number, end: number): boolean {
    if (this.lineFeed < start) this.lineFeed = indexOrEnd(text, '\n', start);
    if (this.carriageReturn < start) this.carriageReturn = indexOrEnd(text, '\r', start);
    if (this.backslash < start) this.backslash = indexOrEnd(text, '\\', start);
    return end < this.lineFeed && end < this.carriageReturn && end < this.backslash;
  }

  private punctuation(text: string, start: number, code: number): number {
    const candidates = punctuationByCharacter[code];
    if (!candidates) return -1;
    for (const { text: mark, kind } of candidates) {
      if (mark.length > 1 && !text.startsWith(mark, start)) continue;
      if (kind === colon && this.count > 0) {
        const last = this.count - 1;
        this.kinds[last] = beforeColon[this.kinds[last] as number] as number;
      }
      this.add(kind, start, start + mark.length);
      return start + mark.length;
    }
    return -1;
  }
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const index = text.indexOf(wanted, from);
  return index < 0 ? text.length : index;
}

function afterDigits(text: string, at: number): number {
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** The end of the comment that begins here; -1 if none does or it is not closed. */
function afterComment(text: string, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (next === STAR) {
    const close = text.indexOf('*/', start + 2);
    return close < 0 ? -1 : close + 2;
  }
  if (next !== SLASH) return -1;
  let at = start + 2;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}
