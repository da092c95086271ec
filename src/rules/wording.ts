/** How messages name things: in few words, whatever the author called them. */

import { type AnyNode, label } from '../model/declaration.ts';
import { say } from '../wording/wording.ts';

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** The same in the language that is spoken, for what fixes are called. */
export const listedAloud = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : say('{0} and {1}', words.slice(0, -1).join(', '), words.at(-1) ?? '');

/** The first few and how many more: `A.5.1, A.5.2 and 7 more`. */
export function firstOf(words: readonly string[], most: number): string {
  return words.length <= most ? listed(words) : `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
}

const longest = 40;

/** A node's name, or its title, shortened where it is a long one. */
export function shortLabel(node: AnyNode): string {
  const text = label(node);
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 2).trimEnd()}…${text.endsWith('”') ? '”' : ''}`;
}

/** A text of the author's, shortened where it is a long one: its end says more than its beginning where it is a path. */
export const shortText = (text: string): string => (text.length > longest ? `…${text.slice(1 - longest)}` : text);

/** What an action, decision or finding lacks, in words: `owner or date`. */
export const lacking = (keys: readonly ('owner' | 'due')[]): string =>
  listed(
    keys.map(key => (key === 'due' ? 'date' : key)),
    'or',
  );

/** Keys as messages show them: `owner:` and `due:`. */
export const keysOf = (keys: readonly string[]): string => listed(keys.map(key => `\`${key}:\``));
