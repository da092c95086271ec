/** What formatting has to keep of a text, whatever it is. Nothing here needs a test runner, so that it runs on sources with faults too. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { kindKeywords } from '../../../src/language/schema.ts';
import { formatText } from '../../../src/syntax/format/format.ts';
import { type Lexeme, lexemesOf } from '../../../src/syntax/format/lexemes.ts';
import { isLineComment, isSpace, tokensOf } from '../../../src/syntax/lexer.ts';
import { readLight } from '../../../src/syntax/light/read-light.ts';
import { type Chunk, ChunkedText } from '../../../src/syntax/text/chunked-text.ts';
import { textValue } from '../../../src/syntax/text/quoted-text.ts';
import { declarationText } from '../grammar-texts.ts';
import { mutate, mutation } from '../mutations.ts';
import { Random } from '../random.ts';

/** The chunks of a text that hold more than white space. */
const chunksOf = (text: string): Chunk[] =>
  new ChunkedText(text, kindKeywords).chunks.filter(chunk => chunk.text.replace('\uFEFF', '').trim() !== '');

const places = new Set(['start', 'end', '$start', '$end', 'node']);

/** A value of the model without the places of things. */
function placeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(placeless);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (places.has(key) ? [] : [[key, placeless(part)]])),
  );
}

const bodyOf = ({ text, bodyStart, bodyEnd }: Chunk): string => text.slice(bodyStart, bodyEnd);

/** What a text holds: of each declaration in order what reading gives, of all else the very text. */
const model = (text: string): unknown[] =>
  chunksOf(text).map(chunk => (lexemesOf(chunk) ? placeless(readLight(bodyOf(chunk))) : bodyOf(chunk)));

/** The tokens and comments of a text; of a `"""` text what it says, and of what is damaged all. */
const tokens = (text: string): string[] =>
  chunksOf(text).flatMap(chunk => (lexemesOf(chunk) ? tokensIn(chunk.text) : [chunk.text.trim()]));

const tokensIn = (text: string): string[] =>
  tokensOf(text)
    .filter(token => !isSpace(token))
    .map(token => {
      const image = text.slice(token.start, token.end);
      if (token.kind === 'text') return `"""${textValue(image)}`;
      return isLineComment(text, token) ? image.trimEnd() : image;
    });

/** Before which items, and comments between items, of each declaration an empty line stands, and which comments have lines of their own. */
const groups = (text: string): unknown[] =>
  chunksOf(text).map(chunk => {
    const lexemes = lexemesOf(chunk) ?? [];
    return lexemes.map(({ ownLine, breaks }, index) => {
      const before = lexemes[index - 1];
      return [ownLine, index > 0 && isBetweenItems(lexemes, index) && breaks > 1 && before?.mark !== '{'];
    });
  });

/** Whether a lexeme is an item or a comment between items, and not inside a value or head. */
function isBetweenItems(lexemes: readonly Lexeme[], index: number): boolean {
  const next = lexemes.slice(index).find(({ kind }) => kind !== 'comment');
  return !next || next.beginsItem || (next.mark === '}' && next !== lexemes[index]);
}

/** Between which declarations in order an empty line stands. */
function gaps(text: string): unknown[] {
  const chunks = chunksOf(text);
  return chunks.map((chunk, index) => {
    const before = chunks[index - 1];
    if (!before || !lexemesOf(before) || !lexemesOf(chunk)) return undefined;
    const end = before.text.slice(lexemesOf(before)?.at(-1)?.end);
    const start = chunk.text.slice(0, lexemesOf(chunk)?.[0]?.start);
    return ((end + start).match(/\r\n|\r|\n/g)?.length ?? 0) > 1;
  });
}

/** The texts of what is damaged, with all that is around them. */
const damaged = (text: string): string[] =>
  chunksOf(text).flatMap(chunk => (lexemesOf(chunk) ? [] : [chunk.text.trim()]));

/** Whether a text has line ends of a sort that another one has not. */
function hasOtherEnds(text: string, given: string): boolean {
  const ends: readonly string[] = given.match(/\r\n|\r|\n/g) ?? ['\n'];
  return (text.match(/\r\n|\r|\n/g) ?? []).some(end => !ends.includes(end));
}

/** Whether all is in order and the file still ends in anything but one line end, or a line in blanks. */
function isUntidy(text: string): boolean {
  const chunks = chunksOf(text);
  if (!chunks.every(chunk => lexemesOf(chunk))) return false;
  const all = tokensOf(text);
  if (!chunks.length) return text.replace('\uFEFF', '') !== '';
  const isTrailing = all.some(({ kind }, i) => kind === 'blank' && all[i + 1]?.kind === 'break');
  return isTrailing || all.at(-1)?.kind !== 'break' || all.at(-2)?.kind === 'break';
}

/** What formatting a text breaks of its promises. */
export function faultsOf(text: string, lineWidth: number): string[] {
  const formatted = formatText(text, { lineWidth });
  const kept: Readonly<Record<string, (text: string) => unknown>> = { model, tokens, groups, gaps, damaged };
  const faults = Object.entries(kept).flatMap(([name, of]) =>
    isDeepStrictEqual(of(formatted), of(text)) ? [] : [`the ${name} differ`],
  );
  if (formatText(formatted, { lineWidth }) !== formatted) faults.push('formatting twice differs');
  if (formatted.startsWith('\uFEFF') !== text.startsWith('\uFEFF')) faults.push('the byte order mark differs');
  if (hasOtherEnds(formatted, text)) faults.push('there are other line ends');
  if (isUntidy(formatted)) faults.push('blanks or line ends are left over');
  return faults.length
    ? [`${faults.join(', ')} in ${JSON.stringify(text)}, formatted ${JSON.stringify(formatted)}`]
    : faults;
}

export const anyWidth = fc.constantFrom(1, 20, 60, 120);

/** Texts of declarations made from the grammar, some damaged. */
export const anyText = fc
  .array(
    fc.tuple(
      fc.integer().map(seed => declarationText(new Random(seed))),
      fc.constantFrom(
        '',
        ' ',
        '\n',
        '\n\n\n',
        ' // c\n',
        '\r\n /* d */',
        '\n\n // e\n\n',
        '\n/* f\n g */ ',
        '\n  /* open\n',
      ),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(parts => parts.flat().join(''))
  .chain(text => fc.constantFrom(text, text, `\uFEFF${text}`));

/** That nothing is broken, of texts in order and of damaged ones. */
export const keepsAll = (mutations: { readonly minLength: number; readonly maxLength: number }, texts = anyText) =>
  fc.property(texts, fc.array(mutation, mutations), anyWidth, (text, changes, lineWidth) => {
    const [fault] = faultsOf(changes.reduce(mutate, text), lineWidth);
    if (fault) throw new Error(fault);
  });
