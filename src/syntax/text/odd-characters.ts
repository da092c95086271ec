/**
 * Characters that word processors, mail programs and web pages put in place of plain ones, or between them where nobody sees them.
 * Each stretch of them is one problem that names the character, and the rest is read as if the plain one stood there.
 */
import { later, type Saying, saying } from '../../wording/wording.ts';
import { isProse, Lexer } from '../lexer.ts';
import { isBlank, isLineBreak, QUOTE, SLASH } from './characters.ts';

export interface OddCharacters {
  readonly message: Saying;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** What is meant to stand there; undefined if that alone would not do. */
  readonly plain: string | undefined;
}

export interface PlainText {
  /** The text with a plain character for each odd one, of the same length; what cannot be seen stays, since it is no part of a name. */
  readonly text: string;
  readonly odd: readonly OddCharacters[];
}

const invisible: Readonly<Record<string, string>> = {
  '\u00AD': later('soft hyphen'),
  '\u200B': later('zero width space'),
  '\u200C': later('zero width non-joiner'),
  '\u200D': later('zero width joiner'),
  '\u200E': later('left-to-right mark'),
  '\u200F': later('right-to-left mark'),
  '\u2060': later('word joiner'),
};

const isInvisible = (character: string): boolean =>
  /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069]/.test(character);
const isQuote = (character: string): boolean => /[\u2018-\u201F\u2039\u203A\u00AB\u00BB\u2033\uFF02]/.test(character);
const isDash = (character: string): boolean => /[\u2010-\u2015\u2212]/.test(character);
const isFullWidth = (character: string): boolean => /[\uFF01-\uFF5E]/.test(character);

/** Whether a text may hold any; quick. */
const anyOdd =
  /[\u00AB\u00AD\u00BB\u200B-\u200F\u2010-\u201F\u202A-\u202E\u2033\u2039\u203A\u2060\u2066-\u2069\u2212\uFF01-\uFF5E]/;

/** The name that is meant by what is written: with accents as one character where there is one, and without what cannot be seen. */
export function nameOf(written: string): string {
  for (let i = 0; i < written.length; i++)
    if (written.charCodeAt(i) > 127)
      return written.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069]/g, '').normalize('NFC');
  return written;
}

/** Finds the odd characters outside of texts in quotes and comments. */
export function plainText(text: string): PlainText {
  if (!anyOdd.test(text)) return { text, odd: [] };
  const plain = [...Array(text.length).keys()].map(i => text.charAt(i));
  const odd: OddCharacters[] = [];
  const note = (start: number, end: number, message: Saying): void => {
    const meant = plain
      .slice(start, end)
      .filter(character => !isInvisible(character))
      .join('');
    odd.push({ message, start, end, plain: meant });
  };
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const next = afterHidden(text, at);
    if (next > at) at = next;
    else if (isQuote(character)) {
      const close = closing(text, at);
      if (close < 0) {
        plain[at] = ' ';
        const message = saying(
          '{0} is not a plain quotation mark; write " here and where the text ends.',
          shown(character),
        );
        odd.push({ message, start: at, end: ++at, plain: undefined });
        continue;
      }
      plain[at] = plain[close] = '"';
      note(at, close + 1, saying('{0} is not a plain quotation mark; write ".', shown(character)));
      at = close + 1;
    } else if (isInvisible(character) || isDash(character) || isFullWidth(character)) {
      const end = endOfRun(text, at);
      for (let i = at; i < end; i++) plain[i] = plainOf(text.charAt(i));
      note(at, end, messageFor(character, plain[at] as string));
      at = end;
    } else at++;
  }
  return { text: plain.join(''), odd };
}

/** The end of the text in quotes or the comment that begins here; the same place if none does. */
function afterHidden(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== QUOTE && code !== SLASH) return at;
  const lexer = new Lexer(text, at);
  return lexer.next() && isProse(lexer) ? lexer.end : at;
}

/** Where a text that an odd quote opens is closed in its line, by any quote; -1 if it is not. */
function closing(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (isLineBreak(character.charCodeAt(0))) return -1;
    if (character === '"' || isQuote(character)) return i;
  }
  return -1;
}

/** The end of the last odd character of a word: one slip of a date or a name is one problem. */
function endOfRun(text: string, start: number): number {
  let end = start + 1;
  for (let i = start + 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (isInvisible(character) || isDash(character) || isFullWidth(character)) end = i + 1;
    else if (
      isBlank(character.charCodeAt(0)) ||
      isLineBreak(character.charCodeAt(0)) ||
      /["{}:,]/.test(character) ||
      isQuote(character)
    )
      break;
  }
  return end;
}

function plainOf(character: string): string {
  if (isDash(character)) return '-';
  return isFullWidth(character) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character;
}

function messageFor(character: string, plain: string): Saying {
  if (!isInvisible(character)) return saying('{0} is not the plain character; write {1}.', shown(character), plain);
  const name = saying(invisible[character] ?? 'text direction control');
  return saying('A character that cannot be seen stands here: {0}, {1}; delete it.', codeOf(character), name);
}

const shown = (character: string): Saying => saying("'{0}' ({1})", character, codeOf(character));

const codeOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
