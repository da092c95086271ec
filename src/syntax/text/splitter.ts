/*
 * Cuts a text into pieces, one declaration each, without parsing it: what an edit costs is then its declaration, not its file.
 *
 * A piece is the trivia before a declaration, the declaration, and the rest of its last line. At the start of a piece the splitter has
 * no memory of what came before, so it may start again at any boundary; and it looks ahead no further than the line on which the next
 * piece's declaration begins, but for one case: a comment between declarations that is never closed (`Piece.unclosedComment`).
 *
 * A declaration ends where another one begins:
 *  - outside braces, at a kind that stands at column 0, or anywhere once the declaration before it is complete, and is not a key (`threat:`);
 *    behind a complete declaration, also at any other word at column 0 that is not a key, so that the first letters of a new
 *    declaration are no error of the one above; and at a conflict marker of git;
 *  - inside braces, in an open `"""`, and in a comment opened inside a declaration, only at a full head on a line of its own at column 0:
 *    `kind names "title" {`, or `kind names "title"` and nothing more. Prose and commented-out text are then seldom taken for one.
 * A `"` ends at its line. The empty lines and `//` lines at column 0 above a full head go with that head.
 */
import {
  BACKSLASH,
  BAR,
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  GREATER,
  isBlank,
  isDigit,
  isLetter,
  isLineBreak,
  isWordPart,
  LESS,
  LINE_FEED,
  MINUS,
  OPEN_BRACE,
  QUOTE,
  SLASH,
  SPACE,
  STAR,
} from './characters.ts';

/** A stretch of text, in UTF-16 offsets: `start` to `end`, with its declaration (or what stands in its place) from `bodyStart` to `bodyEnd`. */
export interface Piece {
  readonly start: number;
  /** Equal to `bodyEnd`, and to `end`, if the piece is trivia only: the rest of a file. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
  /** Whether its leading trivia hold a comment that nothing in the file closes. The split then depends on all the text that follows. */
  readonly unclosedComment: boolean;
}

/** What follows a text that is only the beginning of a longer one. */
export interface TextBeyond {
  /** Whether a comment would be closed there. */
  closesComment(): boolean;
}

/** What has been read of a declaration outside its braces. */
export type HeadState = 'start' | 'kind' | 'name' | 'comma' | 'title' | 'body' | 'marker' | 'other';

/** 1 for the ASCII characters that mean nothing inside braces. */
const PLAIN_IN_BRACES = new Uint8Array(128).map((_, code) =>
  [QUOTE, SLASH, OPEN_BRACE, CLOSE_BRACE, LINE_FEED, CARRIAGE_RETURN].includes(code) ? 0 : 1,
);

const CONTENT = 0;
const QUIET = 1;
const HEAD = 2;
const MARKER = 3;

/** Finds the pieces of a text one after the other. Reusable: `next` may be asked for any boundary, in any order. */
export class Splitter {
  /** After `next`: the answer hangs on text behind the end of this one. Always false if nothing is beyond. */
  starved = false;

  private text = '';
  private length = 0;
  private beyond: TextBeyond | undefined;
  private readonly kinds: ReadonlySet<string>;
  /** No comment is closed behind this offset. */
  private noCloseFrom = Number.POSITIVE_INFINITY;
  /** Where reading resumes after damage, or the end of the text; -1 while nothing is damaged. */
  private resume = -1;
  /** Whether `skipString` found the closing quote. */
  private stringClosed = false;
  private commentOpen = false;
  /** Where the line ended on which `skipGap` began, or -1. */
  private lineEnd = -1;

  /**
   * @param kinds the keywords that begin a declaration
   * @param beyond what follows the text, if it is not whole
   */
  constructor(kinds: ReadonlySet<string>, text: string, beyond?: TextBeyond) {
    this.kinds = kinds;
    this.setText(text, beyond);
  }

  /** Replaces the text, for instance by a longer one. */
  setText(text: string, beyond?: TextBeyond): void {
    this.text = text;
    this.length = text.length;
    this.beyond = beyond;
    this.noCloseFrom = Number.POSITIVE_INFINITY;
  }

  /** The piece that starts at an offset, which has to be 0 or the end of a piece; `undefined` at the end of the text. */
  next(start: number): Piece | undefined {
    this.starved = false;
    if (start >= this.length) {
      this.starve();
      return undefined;
    }
    this.resume = -1;
    this.commentOpen = false;
    const bodyStart = this.skipTrivia(start);
    const unclosedComment = this.commentOpen;
    if (bodyStart >= this.length) {
      return { start, bodyStart: this.length, bodyEnd: this.length, end: this.length, unclosedComment };
    }

    let state = 'start' as HeadState;
    let offset = bodyStart;
    for (;;) {
      const code = this.text.charCodeAt(offset);
      if (isLetter(code)) {
        const end = this.wordEnd(offset);
        state = state === 'start' && this.kinds.has(this.text.slice(offset, end)) ? 'kind' : afterName(state);
        offset = end;
      } else if (isDigit(code)) {
        state = afterName(state);
        offset = this.numberEnd(offset);
      } else if (code === COMMA) {
        state = state === 'name' ? 'comma' : 'other';
        offset++;
      } else if (code === QUOTE) {
        if (this.isTripleQuote(offset)) {
          state = 'other';
          offset = this.skipTextBlock(offset + 3);
        } else {
          state = state === 'kind' || state === 'name' ? 'title' : 'other';
          offset = this.skipString(offset);
        }
      } else if (code === OPEN_BRACE) {
        state = 'body';
        offset = this.skipBraces(offset + 1);
      } else if (code === CLOSE_BRACE) {
        state = 'body';
        offset++;
      } else if (this.isMarker(offset) && (offset === start || isLineBreak(this.text.charCodeAt(offset - 1)))) {
        state = 'marker';
        offset = this.lineStop(offset);
      } else {
        state = 'other';
        offset++;
      }
      const bodyEnd = offset;
      if (this.resume < 0) offset = this.skipGap(offset);
      if (this.resume >= 0) {
        return { start, bodyStart, bodyEnd: this.trimEnd(this.resume), end: this.resume, unclosedComment };
      }
      if (offset >= this.length || this.declarationBegins(offset, state)) {
        return { start, bodyStart, bodyEnd, end: this.lineEnd >= 0 ? this.lineEnd : offset, unclosedComment };
      }
    }
  }

  /** Whether a word outside braces begins a declaration. */
  protected declarationBegins(offset: number, state: HeadState): boolean {
    const atColumn0 = isLineBreak(this.text.charCodeAt(offset - 1));
    if (!isLetter(this.text.charCodeAt(offset))) return atColumn0 && this.isMarker(offset);
    const complete = state === 'body' || state === 'title' || state === 'name' || state === 'marker';
    if (!atColumn0 && !complete) return false;
    const end = this.wordEnd(offset);
    if (this.text.charCodeAt(this.skipBlanks(end)) === COLON) return false;
    return (atColumn0 && complete) || this.kinds.has(this.text.slice(offset, end));
  }

  /** Whether a line holds a full head, the only thing at which reading resumes inside something open. */
  protected isFullHead(offset: number): boolean {
    let end = this.wordEnd(offset);
    if (!this.kinds.has(this.text.slice(offset, end))) return false;
    end = this.skipBlanks(end);
    let named = false;
    while (isWordPart(this.text.charCodeAt(end))) {
      named = true;
      end = this.skipBlanks(isDigit(this.text.charCodeAt(end)) ? this.numberEnd(end) : this.wordEnd(end));
      if (this.text.charCodeAt(end) !== COMMA) break;
      end = this.skipBlanks(end + 1);
      if (!isWordPart(this.text.charCodeAt(end))) return false;
    }
    let titled = false;
    if (this.text.charCodeAt(end) === QUOTE && !this.isTripleQuote(end)) {
      end = this.skipBlanks(this.skipString(end));
      if (!this.stringClosed) return false;
      titled = true;
    }
    const code = this.text.charCodeAt(end);
    if (code === OPEN_BRACE) return true;
    if (!named || !titled) return false;
    return end >= this.length || isLineBreak(code) || (code === SLASH && this.text.charCodeAt(end + 1) === SLASH);
  }

  private starve(): void {
    if (this.beyond) this.starved = true;
  }

  /** From behind a token over the rest of its line and the trivia that follow, to the next token; notes where the line ended. */
  private skipGap(offset: number): number {
    this.lineEnd = -1;
    while (offset < this.length) {
      const code = this.text.charCodeAt(offset);
      if (isLineBreak(code)) {
        this.lineEnd = this.afterBreak(offset);
        return this.skipTrivia(this.lineEnd);
      }
      if (isBlank(code)) offset++;
      else if (code !== SLASH) return offset;
      else if (this.text.charCodeAt(offset + 1) === SLASH) offset = this.lineStop(offset);
      else if (this.text.charCodeAt(offset + 1) === STAR) {
        offset = this.skipComment(offset + 2);
        if (this.resume >= 0) return offset;
      } else {
        if (offset + 1 >= this.length) this.starve();
        return offset;
      }
    }
    this.starve();
    return offset;
  }

  /** Over white space and comments that stand between declarations. */
  private skipTrivia(offset: number): number {
    while (offset < this.length) {
      const code = this.text.charCodeAt(offset);
      if (isLineBreak(code) || isBlank(code)) offset++;
      else if (code !== SLASH) return offset;
      else if (this.text.charCodeAt(offset + 1) === SLASH) offset = this.lineStop(offset);
      else if (this.text.charCodeAt(offset + 1) === STAR) offset = this.skipFreeComment(offset + 2);
      else {
        if (offset + 1 >= this.length) this.starve();
        return offset;
      }
    }
    this.starve();
    return offset;
  }

  /** Over a comment that was opened between declarations: to where it is closed or, if nothing closes it, to the next full head. */
  private skipFreeComment(offset: number): number {
    if (offset < this.noCloseFrom) {
      const close = this.text.indexOf('*/', offset);
      if (close >= 0) return close + 2;
      if (this.beyond?.closesComment()) {
        this.starve();
        return this.length;
      }
      this.noCloseFrom = offset;
    }
    this.commentOpen = true;
    this.skipComment(offset);
    const head = this.resume;
    this.resume = -1;
    return head;
  }

  /** From behind an opening brace to behind the brace that closes it. */
  private skipBraces(offset: number): number {
    const { text, length } = this;
    const plain = PLAIN_IN_BRACES;
    let depth = 1;
    let quiet = -1;
    while (offset < length) {
      const code = text.charCodeAt(offset);
      if (plain[code] === 1) {
        offset++;
      } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        offset = this.afterBreak(offset);
        if (text.charCodeAt(offset) === SPACE) {
          quiet = -1;
          continue;
        }
        if (quiet < 0) quiet = offset;
        const line = this.lineAt(offset);
        if (line === HEAD) return this.resumeAt(quiet);
        if (line === MARKER) offset = this.lineStop(offset);
        if (line === CONTENT && text.charCodeAt(offset) === SLASH && text.charCodeAt(offset + 1) === STAR) {
          // A comment alone on its lines at column 0 belongs to the head below, as it would if the brace were not missing.
          offset = this.skipComment(offset + 2);
          if (this.resume >= 0) return offset;
          offset = this.skipBlanks(offset);
          if (!isLineBreak(text.charCodeAt(offset))) quiet = -1;
        } else if (line !== QUIET) quiet = -1;
      } else if (code === QUOTE) {
        if (this.isTripleQuote(offset)) {
          offset = this.skipTextBlock(offset + 3);
          if (this.resume >= 0) return offset;
        } else offset = this.skipString(offset);
      } else if (code === SLASH) {
        const second = text.charCodeAt(offset + 1);
        if (second === SLASH) offset = this.lineStop(offset);
        else if (second === STAR) {
          offset = this.skipComment(offset + 2);
          if (this.resume >= 0) return offset;
        } else offset++;
      } else {
        offset++;
        if (code === OPEN_BRACE) depth++;
        else if (code === CLOSE_BRACE && --depth === 0) return offset;
      }
    }
    return this.endOpen();
  }

  /** From behind an opening `"""` to behind the one that closes it. */
  private skipTextBlock(offset: number): number {
    let quiet = -1;
    while (offset < this.length) {
      const code = this.text.charCodeAt(offset);
      if (code === QUOTE && this.isTripleQuote(offset)) return offset + 3;
      if (code !== LINE_FEED && code !== CARRIAGE_RETURN) {
        offset++;
        continue;
      }
      offset = this.afterBreak(offset);
      if (quiet < 0) quiet = offset;
      const line = this.lineAt(offset);
      if (line === HEAD) return this.resumeAt(quiet);
      if (line !== QUIET) quiet = -1;
    }
    return this.endOpen();
  }

  /** From behind the opening of a comment to behind its end, if that comes before a full head. */
  private skipComment(offset: number): number {
    let quiet = -1;
    while (offset < this.length) {
      const code = this.text.charCodeAt(offset);
      if (code === STAR && this.text.charCodeAt(offset + 1) === SLASH) return offset + 2;
      if (code !== LINE_FEED && code !== CARRIAGE_RETURN) {
        offset++;
        continue;
      }
      offset = this.afterBreak(offset);
      if (quiet < 0) quiet = offset;
      const line = this.lineAt(offset);
      if (line === HEAD) return this.resumeAt(quiet);
      if (line !== QUIET) quiet = -1;
    }
    return this.endOpen();
  }

  private resumeAt(offset: number): number {
    this.resume = offset;
    return offset;
  }

  /** Something is open at the end of the text. */
  private endOpen(): number {
    this.starve();
    return this.resumeAt(this.length);
  }

  /** What a line inside something open begins with. QUIET are the lines that go with a head below: empty, or `//` at column 0. */
  private lineAt(offset: number): number {
    const code = this.text.charCodeAt(offset);
    if (isLetter(code)) return this.isFullHead(offset) ? HEAD : CONTENT;
    if (isLineBreak(code)) return QUIET;
    if (code === SLASH) return this.text.charCodeAt(offset + 1) === SLASH ? QUIET : CONTENT;
    return this.isMarker(offset) ? MARKER : CONTENT;
  }

  /** Whether a line begins with a conflict marker of git, as in `<<<<<<< HEAD` or `=======`. */
  private isMarker(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    if (code !== LESS && code !== EQUALS && code !== GREATER && code !== BAR) return false;
    for (let i = 1; i < 7; i++) {
      if (this.text.charCodeAt(offset + i) === code) continue;
      if (offset + i >= this.length) this.starve();
      return false;
    }
    if (offset + 7 >= this.length) {
      this.starve();
      return true;
    }
    const next = this.text.charCodeAt(offset + 7);
    return next === SPACE || isLineBreak(next);
  }

  private isTripleQuote(offset: number): boolean {
    if (offset + 2 >= this.length) this.starve();
    return this.text.charCodeAt(offset + 1) === QUOTE && this.text.charCodeAt(offset + 2) === QUOTE;
  }

  /** From an opening quote to behind the closing one, or to the end of the line. */
  private skipString(offset: number): number {
    const { text, length } = this;
    this.stringClosed = false;
    offset++;
    while (offset < length) {
      const code = text.charCodeAt(offset);
      if (code > QUOTE ? code !== BACKSLASH : code === SPACE) {
        offset++;
      } else if (code === QUOTE) {
        this.stringClosed = true;
        return offset + 1;
      } else if (isLineBreak(code)) {
        return offset;
      } else {
        offset += code === BACKSLASH && !isLineBreak(text.charCodeAt(offset + 1)) ? 2 : 1;
      }
    }
    this.starve();
    return length;
  }

  /** The end of a name; an unfinished one takes its last `.` or `-`, as in the grammar. */
  private wordEnd(offset: number): number {
    for (;;) {
      do offset++;
      while (isWordPart(this.text.charCodeAt(offset)));
      const code = this.text.charCodeAt(offset);
      if (code === DOT || code === MINUS) {
        const next = this.text.charCodeAt(offset + 1);
        if (isWordPart(next)) continue;
        if (offset + 1 >= this.length) this.starve();
        return next === (code === DOT ? DOT : GREATER) ? offset : offset + 1;
      }
      if (offset >= this.length) this.starve();
      return offset;
    }
  }

  /** The end of a clause number such as `9.2`. */
  private numberEnd(offset: number): number {
    do offset++;
    while (
      isDigit(this.text.charCodeAt(offset)) ||
      (this.text.charCodeAt(offset) === DOT && isDigit(this.text.charCodeAt(offset + 1)))
    );
    if (offset + 1 >= this.length) this.starve();
    return offset;
  }

  private skipBlanks(offset: number): number {
    const { text } = this;
    while (isBlank(text.charCodeAt(offset))) offset++;
    if (offset >= this.length) this.starve();
    return offset;
  }

  /** The end of the line, before its line break. */
  private lineStop(offset: number): number {
    const { text, length } = this;
    while (offset < length && !isLineBreak(text.charCodeAt(offset))) offset++;
    return offset;
  }

  private afterBreak(offset: number): number {
    if (this.text.charCodeAt(offset) === LINE_FEED) return offset + 1;
    if (offset + 1 >= this.length) this.starve();
    return this.text.charCodeAt(offset + 1) === LINE_FEED ? offset + 2 : offset + 1;
  }

  private trimEnd(offset: number): number {
    for (;;) {
      const code = this.text.charCodeAt(offset - 1);
      if (!isBlank(code) && !isLineBreak(code)) return offset;
      offset--;
    }
  }
}

function afterName(state: HeadState): HeadState {
  return state === 'kind' || state === 'comma' ? 'name' : 'other';
}

/**
 * The pieces of a text, in order, without gaps. Stop when you like, and start again at any boundary: the rest is the same.
 *
 * @param kinds the keywords that begin a declaration
 * @param from 0, or the end of a piece
 */
export function* split(text: string, kinds: ReadonlySet<string>, from = 0): Generator<Piece, void> {
  const splitter = new Splitter(kinds, text);
  for (let piece = splitter.next(from); piece; piece = splitter.next(piece.end)) yield piece;
}
