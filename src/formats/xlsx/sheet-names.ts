import { withoutEnd } from '../../model/without-end.ts';

const LONGEST_NAME = 31;

/**
 * Worksheet names as Excel allows them, one for each wish and in its order: at most 31 UTF-16 units, none of `[ ] : * ? / \`,
 * no apostrophe at an end, not empty, not the reserved `History`, and different from each other whatever the case.
 */
export function worksheetNames(wishes: readonly string[]): string[] {
  const taken = new Set<string>();
  return wishes.map(wish => {
    const base = allowedName(wish);
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      const suffix = ` (${number})`;
      name = cut(base, LONGEST_NAME - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

function allowedName(wish: string): string {
  const allowed = wish.replace(/[[\]:*?/\\\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu, ' ').replace(/\s+/g, ' ');
  // All blanks are spaces by now.
  const name = withoutEnd(cut(allowed.replace(/^[ ']+/, ''), LONGEST_NAME), " '");
  return name === '' ? 'Sheet' : name.toLowerCase() === 'history' ? `${name}_` : name;
}

/** The text's first `length` UTF-16 units, fewer where they would end within a surrogate pair. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
