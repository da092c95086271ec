/** How messages call kinds of declarations. */
import { kindWord } from '../../language/schema.ts';
import { targetsOf } from '../../model/reference-types.ts';

const ownWords: Readonly<Record<string, string>> = { CatalogEntry: 'catalogue entry', Catalog: 'catalogue' };

const wordFor = (ruleName: string): string => ownWords[ruleName] ?? kindWord(ruleName);

/** "a risk", "an asset". */
export function aKind(ruleName: string): string {
  const word = wordFor(ruleName);
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

const accepted = new Map<string, string>();

/** What a reference of this type may refer to: "role or person". */
export function acceptedBy(type: string): string {
  let words = accepted.get(type);
  if (!words) accepted.set(type, (words = [...targetsOf(type)].map(wordFor).join(' or ')));
  return words;
}
