/**
 * What a damaged declaration loses: the property or block with the slip, once, and nothing behind it. A parser that has stumbled reports
 * more errors further on that nobody made; so the first error is told, what it spoils is blanked out, and the rest is read as if it were
 * not there.
 */
import { isBlank, isDigit, isLineBreak, isWordPart } from '../language/text/characters.ts';

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

/** The tokens of a text, damaged or not, without comments: words and numbers, texts in quotes, and single marks. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isFirst = true;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLineBreak(code)) isFirst = true;
    if (isLineBreak(code) || isBlank(code)) {
      at++;
      continue;
    }
    const end = endOfToken(text, at);
    const word = text.slice(at, end);
    if (!word.startsWith('//') && !word.startsWith('/*')) {
      tokens.push({ text: word, start: at, end, isFirst });
      isFirst = false;
    }
    at = end;
  }
  return tokens;
}

function endOfToken(text: string, start: number): number {
  if (text.startsWith('"""', start)) return after(text, '"""', start + 3);
  if (text.startsWith('/*', start)) return after(text, '*/', start + 2);
  if (text.startsWith('//', start)) return endOfLine(text, start);
  if (text.charAt(start) === '"') {
    let at = start + 1;
    while (at < text.length && text.charAt(at) !== '"' && !isLineBreak(text.charCodeAt(at)))
      at += text.charAt(at) === '\\' ? 2 : 1;
    return Math.min(text.charAt(at) === '"' ? at + 1 : at, text.length);
  }
  let at = start;
  while (
    isWordPart(text.charCodeAt(at)) ||
    (at > start && /[.-]/.test(text.charAt(at)) && isWordPart(text.charCodeAt(at + 1)))
  )
    at++;
  return Math.max(at, start + 1);
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}
