/** The names of twin tokens; tokens.ts says what these are. */
import type { TokenType } from 'chevrotain';

export const twinSuffix = '~name';

/** The keyword that a token stands for; the name of its type if it is none. */
export const keywordOf = (type: TokenType): string =>
  type.name.endsWith(twinSuffix) ? type.name.slice(0, -twinSuffix.length) : type.name;
