/**
 * The lexer: cuts any text into tokens that tile it, white space and comments included, so that the tokens joined are the text. It never
 * fails: a quoted text that nothing closes ends with its line, a `"""` or a comment with the text, and what is no token of the language is
 * one of the kind `other`. In text in order its tokens are those of the grammar's terminals (`test/syntax/lexer.test.ts`).
 */
import { punctuationByCharacter } from './light/vocabulary.ts';
import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_PARENTHESIS,
  DOT,
  GREATER,
  isBlank,
  isDigit,
  isLetter,
  isLineBreak,
  isWordPart,
  LINE_FEED,
  MINUS,
  QUOTE,
  SLASH,
  STAR,
} from './text/characters.ts';
import { afterParentheses } from './text/parentheses.ts';

/**
 * `blank` is white space within a line, `break` one line end (`\n`, `\r\n` or a lone `\r`), `comment` either form of one, `string` is
 * `"…"`, `text` is `"""…"""`, `word` anything shaped like a name, `number` an integer or clause number, `mark` punctuation.
 */
export type TokenKind =
  | 'blank'
  | 'break'
  | 'comment'
  | 'string'
  | 'text'
  | 'word'
  | 'date'
  | 'number'
  | 'mark'
  | 'other';

export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 offsets, from the first character to behind the last. */
  readonly start: number;
  readonly end: number;
  /** Of a quoted text or a comment, whether something closes it; false for a `//` comment, which its line ends. */
  readonly closed: boolean;
}

/** Whether a token is white space. */
export const isSpace = ({ kind }: Pick<Token, 'kind'>): boolean => kind === 'blank' || kind === 'break';

/** Whether a token is a comment or quoted text, in which nothing is of the language. */
export const isProse = ({ kind }: Pick<Token, 'kind'>): boolean =>
  kind === 'comment' || kind === 'string' || kind === 'text';

/** Whether a token is a `//` comment. */
export const isLineComment = (text: string, { kind, start }: Pick<Token, 'kind' | 'start'>): boolean =>
  kind === 'comment' && text.charCodeAt(start + 1) === SLASH;

/** The tokens of a stretch of text, from first to last. Takes time in proportion to its length. */
export function tokensOf(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  const lexer = new Lexer(text, from, to);
  while (lexer.next()) tokens.push(lexer.token());
  return tokens;
}

/** Goes from token to token; the fields tell of the last one. For who looks at many tokens and keeps few. */
export class Lexer implements Token {
  kind: TokenKind = 'other';
  start: number;
  end: number;
  closed = true;
  private readonly text: string;
  private readonly to: number;

  /** @param to what stands from here on counts as not there */
  constructor(text: string, from = 0, to = text.length) {
    this.text = text;
    this.start = this.end = from;
    this.to = to;
  }

  /** Takes the next token. Returns whether there is one. */
  next(): boolean {
    const { text, to, end: at } = this;
    if (at >= to) return false;
    this.start = at;
    this.closed = true;
    const code = text.charCodeAt(at);
    if (isLetter(code)) this.take('word', afterWord(text, at));
    else if (code === QUOTE) this.takeQuoted();
    else if (isDigit(code)) this.takeNumber();
    else if (code === LINE_FEED) this.take('break', at + 1);
    else if (code === CARRIAGE_RETURN) this.take('break', text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1);
    else if (isBlank(code)) this.take('blank', afterBlanks(text, at));
    else if (code === SLASH) this.takeSlash();
    else this.takeMark(code);
    return true;
  }

  /** The last token, to keep. */
  token(): Token {
    const { kind, start, end, closed } = this;
    return { kind, start, end, closed };
  }

  private take(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = Math.min(end, this.to);
  }

  private takeNumber(): void {
    const { text, start } = this;
    let at = afterDigits(text, start);
    // Of more than four digits the last ones cannot begin a date.
    if (at === start + 4 && text.charCodeAt(at) === MINUS) {
      do at = afterDigits(text, at + 1);
      while (text.charCodeAt(at) === MINUS);
      this.take('date', at);
      return;
    }
    const whole = at;
    while (text.charCodeAt(at) === DOT && isDigit(text.charCodeAt(at + 1))) at = afterDigits(text, at + 1);
    this.take('number', at > whole ? afterParentheses(text, at) : at);
  }

  private takeQuoted(): void {
    const { text, start, to } = this;
    if (text.startsWith('""', start + 1) && start + 3 <= to) {
      this.takeUntil('text', '"""', start + 3);
      return;
    }
    let at = start + 1;
    this.closed = false;
    while (at < to) {
      const code = text.charCodeAt(at);
      if (isLineBreak(code)) break;
      if (code === QUOTE) {
        this.closed = true;
        at++;
        break;
      }
      at += code === BACKSLASH && at + 1 < to && !isLineBreak(text.charCodeAt(at + 1)) ? 2 : 1;
    }
    this.take('string', at);
  }

  private takeSlash(): void {
    const { text, start, to } = this;
    const next = start + 1 < to ? text.charCodeAt(start + 1) : 0;
    if (next === STAR) this.takeUntil('comment', '*/', start + 2);
    else if (next === SLASH) {
      let at = start + 2;
      while (at < to && !isLineBreak(text.charCodeAt(at))) at++;
      this.closed = false;
      this.take('comment', at);
    } else this.take('other', start + 1);
  }

  private takeUntil(kind: TokenKind, close: string, from: number): void {
    const at = this.text.indexOf(close, from);
    this.closed = at >= 0 && at + close.length <= this.to;
    this.take(kind, this.closed ? at + close.length : this.to);
  }

  private takeMark(code: number): void {
    const { text, start, to } = this;
    for (const { text: mark } of punctuationByCharacter[code] ?? []) {
      if (start + mark.length > to || !text.startsWith(mark, start)) continue;
      this.take('mark', start + mark.length);
      return;
    }
    this.take('other', start + 1);
  }
}

/** The end of the name that begins at an offset; an unfinished one takes its last `.` or `-`. */
function afterWord(text: string, start: number): number {
  let at = start;
  for (;;) {
    do at++;
    while (isWordPart(text.charCodeAt(at)));
    const code = text.charCodeAt(at);
    if (code !== DOT && code !== MINUS) return afterParentheses(text, at);
    const next = text.charCodeAt(at + 1);
    if (isWordPart(next)) continue;
    return next === (code === DOT ? DOT : GREATER) ? at : afterParentheses(text, at + 1);
  }
}

function afterDigits(text: string, at: number): number {
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** The end of white space within a line; a character that is a letter as well is one, as in the grammar. */
function afterBlanks(text: string, at: number): number {
  do at++;
  while (isBlank(text.charCodeAt(at)) && !isLetter(text.charCodeAt(at)));
  return at;
}

/** Whether a text is a finished name and nothing else. */
export function isName(text: string): boolean {
  const lexer = new Lexer(text);
  if (!lexer.next() || lexer.kind !== 'word' || lexer.end !== text.length) return false;
  const last = text.charCodeAt(text.length - 1);
  return last === CLOSE_PARENTHESIS || isWordPart(last);
}
