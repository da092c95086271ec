/** How messages call kinds of declarations. */
import { kindWord } from '../../language/schema.ts';

const words: Readonly<Record<string, string>> = { CatalogEntry: 'catalogue entry', Catalog: 'catalogue' };

const wordFor = (ruleName: string): string => words[ruleName] ?? kindWord(ruleName);

/** "a risk", "an asset". */
export function aKind(ruleName: string): string {
  const word = wordFor(ruleName);
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** "role or person". */
export const kindsOr = (ruleNames: Iterable<string>): string => [...ruleNames].map(wordFor).join(' or ');
