/** How messages name things: in few words, whatever the author called them. */

import { calledOf } from '../language/schema.ts';
import type { AnyNode } from '../model/declaration.ts';
import { listSaying, type Saying, type SayingValue, saying } from '../wording/wording.ts';

const longest = 40;

/** What messages call a node: its name, else its title in quotes, else its kind. */
export const labelled = (node: AnyNode): SayingValue => labelWithin(node, Number.POSITIVE_INFINITY);

/** The same, shortened where it is a long one. */
export const shortLabel = (node: AnyNode): SayingValue => labelWithin(node, longest);

function labelWithin({ names, title, $type }: AnyNode, most: number): SayingValue {
  const name = names?.[0]?.value;
  if (name !== undefined) return name.length > most ? cut(name, most - 2) : name;
  // The quotes take room too.
  if (title) return saying('“{0}”', title.value.length > most - 2 ? cut(title.value, most - 3) : title.value);
  return saying(calledOf($type));
}

const cut = (text: string, length: number): string => `${text.slice(0, length).trimEnd()}…`;

/** A text of the author's, shortened where it is a long one: its end says more than its beginning where it is a path. */
export const shortText = (text: string): string => (text.length > longest ? `…${text.slice(1 - longest)}` : text);

/** A word of the language as it is said: `in progress` for `in-progress`. */
export const spoken = (word: string): Saying => saying(word.replaceAll('-', ' '));

/** Keys as messages show them: `owner:` and `due:`. */
export const keysOf = (keys: readonly string[]): SayingValue => listSaying(keys.map(key => `\`${key}:\``));

/** What is said of an action or a decision that nobody is named for, or that has no date. */
export const unassigned = (one: AnyNode, of: SayingValue, missing: readonly ('owner' | 'due')[]): Saying =>
  saying(
    missing.length > 1
      ? '{0} of {1} has no owner or date; add {2}.'
      : missing[0] === 'owner'
        ? '{0} of {1} has no owner; add {2}.'
        : '{0} of {1} has no date; add {2}.',
    shortLabel(one),
    of,
    keysOf(missing),
  );
