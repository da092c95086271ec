/** The tokens of a text that may be damaged or unfinished, white space and comments left out, and its comments and quoted texts. */
import { isProse, Lexer, type TokenKind } from '../lexer.ts';
import type { Region } from '../text/regions.ts';

export interface TextToken {
  /** `word` is anything shaped like a name, number or date; `mark` is punctuation. */
  readonly kind: 'word' | 'string' | 'mark';
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

const kinds: Readonly<Partial<Record<TokenKind, TextToken['kind']>>> = {
  word: 'word',
  number: 'word',
  date: 'word',
  string: 'string',
  text: 'string',
  mark: 'mark',
};

/** What is no token of the language is left out. */
export function tokensOf(text: string): { readonly tokens: readonly TextToken[]; readonly regions: readonly Region[] } {
  const tokens: TextToken[] = [];
  const regions: Region[] = [];
  const lexer = new Lexer(text);
  while (lexer.next()) {
    const { start, end } = lexer;
    const kind = kinds[lexer.kind];
    if (kind) tokens.push({ kind, image: text.slice(start, end), start, end });
    if (isProse(lexer)) regions.push(lexer.token() as Region);
  }
  return { tokens, regions };
}
