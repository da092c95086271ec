/** Comments and quoted texts: what is no code, as the lexer finds it. */
import { isProse, Lexer, type Token } from '../lexer.ts';

export { isLineComment } from '../lexer.ts';

/** A comment or quoted text. */
export interface Region extends Token {
  readonly kind: 'comment' | 'string' | 'text';
}

/** The comments and quoted texts that begin in a stretch of text, from first to last. Takes time in proportion to its length. */
export function regionsOf(text: string, from = 0, to = text.length): Region[] {
  const regions: Region[] = [];
  const lexer = new Lexer(text, from, to);
  while (lexer.next()) if (isProse(lexer)) regions.push(lexer.token() as Region);
  return regions;
}
