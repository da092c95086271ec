/** The tokens of a text that may be damaged or unfinished: an open string, text or comment is one piece up to its natural end. */
import { ismsServices } from './services.ts';
import { isLineComment, type Region, regionsOf } from './text/regions.ts';

export interface TextToken {
  /** `word` is anything shaped like a name, number or date; `mark` is punctuation. */
  readonly kind: 'word' | 'string' | 'mark';
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a text, and its comments and quoted texts. Anything that is no token of the language is left out. */
export function tokensOf(text: string): { readonly tokens: readonly TextToken[]; readonly regions: readonly Region[] } {
  const regions = regionsOf(text);
  // The lexer would take the rest of an open piece for words: it gets white space in its place.
  const open = regions.filter(region => !region.closed && !isLineComment(text, region));
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
