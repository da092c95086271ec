/**
 * What a damaged declaration loses: the property or block with the slip, once, and nothing behind it. A parser that has stumbled reports
 * more errors further on that nobody made; so the first error is told, what it spoils is blanked out, and the rest is read as if it were
 * not there.
 */
import { isSpace, Lexer } from '../lexer.ts';
import { isDigit, isWordPart } from '../text/characters.ts';

/** UTF-16 offsets in the text of a declaration. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Token extends Stretch {
  readonly text: string;
  /** Whether it is the first of its line. */
  readonly isFirst: boolean;
}

/**
 * What a slip at an offset of a declaration's text spoils: the innermost property or block that holds it, or, where that is complete
 * before the slip, what stands behind. Undefined in the head of the declaration and beyond its braces.
 */
export function spoiltBy(text: string, offset: number): Stretch | undefined {
  const tokens = tokensOf(text);
  const property = propertyAt(tokens, offset);
  if (!property) return undefined;
  const before = tokens.filter(({ start }) => start >= property.start && start < offset);
  const isComplete = before.length > 2 && before[1]?.text === ':' && !isOpen(before.at(-1));
  return isComplete ? { start: offset, end: property.end } : property;
}

function propertyAt(tokens: readonly Token[], offset: number): Stretch | undefined {
  let found: Stretch | undefined;
  /** The beginnings of the properties that are open, one for each level of braces. */
  const open: (number | undefined)[] = [];
  const close = (end: number): void => {
    const start = open.at(-1);
    if (start !== undefined && start <= offset && offset < end && (!found || start >= found.start))
      found = { start, end };
    if (open.length) open[open.length - 1] = undefined;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1];
    if (token.text === '{') open.push(undefined);
    else if (token.text === '}') {
      close(before?.end ?? token.start);
      open.pop();
      // A block ends with its brace.
      if (open.length) close(token.end);
    } else if (open.length && (open.at(-1) === undefined || beginsProperty(token, before, tokens[i + 1]))) {
      close(before?.end ?? token.start);
      open[open.length - 1] = token.start;
    }
  }
  while (open.length) {
    close(tokens.at(-1)?.end ?? 0);
    open.pop();
  }
  return found;
}

/**
 * Whether a token begins a property: a key before its colon, or the first word of a line, unless that goes on with a list. What
 * follows a comma or colon begins one only if nothing else can be meant: the value before it is missing.
 */
function beginsProperty(token: Token, before: Token | undefined, next: Token | undefined): boolean {
  if (!isWord(token)) return false;
  if (next?.text === ':') return token.isFirst || !isOpen(before);
  return token.isFirst && (!isOpen(before) || /^["{]/.test(next?.text ?? ''));
}

/** Whether a value has to follow. */
const isOpen = (token: Token | undefined): boolean => token?.text === ',' || token?.text === ':';

const isWord = ({ text }: Token): boolean => isWordPart(text.charCodeAt(0)) && !isDigit(text.charCodeAt(0));

/** A text with a stretch of it blanked out; line ends stay. */
export const blanked = (text: string, { start, end }: Stretch): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);

/** The tokens of a text, damaged or not, without comments. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isFirst = true;
  const lexer = new Lexer(text);
  while (lexer.next()) {
    const { kind, start, end } = lexer;
    if (kind === 'break') isFirst = true;
    if (isSpace(lexer) || kind === 'comment') continue;
    tokens.push({ text: text.slice(start, end), start, end, isFirst });
    isFirst = false;
  }
  return tokens;
}
