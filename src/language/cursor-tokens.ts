/** The tokens of a text that may be damaged or unfinished: an open string, text or comment is one piece up to its natural end. */
import { ismsServices } from './services.ts';

export interface TextToken {
  /** `word` is anything shaped like a name, number or date; `mark` is punctuation. */
  readonly kind: 'word' | 'string' | 'mark';
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

/** A comment or quoted text. One that nothing closes ends with its line, or, a `"""` or a block comment, with the text. */
export interface Region {
  readonly kind: 'comment' | 'string' | 'text';
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

const opening = /\/\/[^\n\r]*|\/\*|"""|"/g;
const restOfString = /(?:\\.|[^"\\\n\r])*/y;

/** The comments and quoted texts of a text, from first to last. */
export function regionsOf(text: string): Region[] {
  const regions: Region[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const region = regionAt(text, match.index, match[0]);
    regions.push(region);
    opening.lastIndex = region.end;
  }
  return regions;
}

function regionAt(text: string, start: number, open: string): Region {
  if (open.startsWith('//')) return { kind: 'comment', start, end: start + open.length, closed: false };
  if (open === '"') {
    restOfString.lastIndex = start + 1;
    restOfString.test(text);
    const end = Math.max(restOfString.lastIndex, start + 1);
    const closed = text[end] === '"';
    return { kind: 'string', start, end: closed ? end + 1 : end, closed };
  }
  const close = open === '/*' ? '*/' : '"""';
  const at = text.indexOf(close, start + open.length);
  const kind = open === '/*' ? 'comment' : 'text';
  return { kind, start, end: at < 0 ? text.length : at + close.length, closed: at >= 0 };
}

/** The tokens of a text, and its comments and quoted texts. Anything that is no token of the language is left out. */
export function tokensOf(text: string): { readonly tokens: readonly TextToken[]; readonly regions: readonly Region[] } {
  const regions = regionsOf(text);
  // The lexer would take the rest of an open piece for words: it gets white space in its place.
  const open = regions.filter(region => !region.closed && !text.startsWith('//', region.start));
  const tokens = ismsServices()
    .parser.Lexer.tokenize(blank(text, open))
    .tokens.map(({ image, startOffset }): TextToken => {
      const kind = image.startsWith('"') ? 'string' : /^[\p{L}\d_]/u.test(image) ? 'word' : 'mark';
      return { kind, image, start: startOffset, end: startOffset + image.length };
    });
  for (const { kind, start, end } of open) {
    if (kind !== 'comment') tokens.push({ kind: 'string', image: text.slice(start, end), start, end });
  }
  return { regions, tokens: open.length ? tokens.sort((a, b) => a.start - b.start) : tokens };
}

function blank(text: string, regions: readonly Region[]): string {
  let result = '';
  let reached = 0;
  for (const { start, end } of regions) {
    result += text.slice(reached, start) + ' '.repeat(end - start);
    reached = end;
  }
  return result + text.slice(reached);
}
