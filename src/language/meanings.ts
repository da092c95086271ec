/** What the enumerated words of the language mean, in the words of the grammar's comments. */
import source from './generated/meanings.json';

const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = source;

/** What a word of an enumeration means; undefined where the word says it. */
export function meaningOf(enumeration: string, word: string): string | undefined {
  const words = Object.hasOwn(meanings, enumeration) ? meanings[enumeration] : undefined;
  return words && Object.hasOwn(words, word) ? words[word] : undefined;
}
