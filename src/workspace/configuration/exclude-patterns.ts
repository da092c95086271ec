/**
 * Which files a configuration leaves out: `"exclude": ["archive", "drafts/*.isms", "templates"]`, relative to the folder of the
 * configuration file. A pattern that names a folder leaves out all that is in it.
 */

import { type Saying, saying } from '../../wording/wording.ts';

/** In UTF-16 code units. */
export const longestPattern = 1000;

/** What is wrong with a pattern; undefined if nothing is. */
export function patternFault(pattern: unknown): Saying | undefined {
  if (typeof pattern !== 'string' || !pattern.trim())
    return saying('A pattern of "exclude" has to be a text, such as "archive".');
  if (pattern.length > longestPattern)
    return saying('A pattern of "exclude" may have {0} characters; split it.', longestPattern);
  const names = namesOf(pattern);
  if (!names.length || names.includes('..') || /^(?:[/\\]|[A-Za-z]:)/.test(pattern))
    return saying('A pattern of "exclude" leads into the folder of this file; write it like "archive/2024".');
  return undefined;
}

/** Authors on Windows write backslashes. */
const namesOf = (pattern: string): string[] =>
  pattern
    .replaceAll('\\', '/')
    .split('/')
    .filter(name => name !== '' && name !== '.');

/** Stands for any number of segments of a path. */
const anyNumber = Symbol('any number of segments');

type Segment = string | typeof anyNumber;

/**
 * Tells what the patterns leave out, given paths relative to the folder of the configuration file, with `/`. In a pattern `*` stands for
 * any characters of a name, `?` for one, and `**` as a whole name for any number of folders; everything else stands for itself.
 */
export function excludes(patterns: readonly string[]): (path: string) => boolean {
  const parsed = patterns.map(segmentsOf);
  return path => {
    const names = path.normalize('NFC').split('/');
    return parsed.some(pattern => matches(pattern, names));
  };
}

/** What is matched is a folder or file, and all that is in it. */
function segmentsOf(pattern: string): Segment[] {
  const names = namesOf(pattern.normalize('NFC'));
  return [...names.map((name): Segment => (name === '**' ? anyNumber : name)), anyNumber];
}

const matches = (pattern: readonly Segment[], names: readonly string[]): boolean =>
  matchesSequence(pattern, names, segment => segment === anyNumber, isName);

const isName = (segment: Segment, name: string): boolean =>
  segment !== anyNumber && matchesSequence([...segment], [...name], character => character === '*', isCharacter);

const isCharacter = (wanted: string, character: string): boolean => wanted === '?' || wanted === character;

/**
 * Whether a sequence is as a pattern says, in which some parts stand for any number of items. Only the last such part is ever tried
 * again, with one item more, since what an earlier one could take instead the later one can take as well: time grows with the product
 * of the two lengths at most.
 */
function matchesSequence<P, T>(
  pattern: readonly P[],
  items: readonly T[],
  isAnyNumber: (part: P) => boolean,
  isOne: (part: P, item: T) => boolean,
): boolean {
  let at = 0;
  let again: { readonly part: number; item: number } | undefined;
  for (let item = 0; item < items.length; ) {
    const part = pattern[at];
    if (at < pattern.length && isAnyNumber(part as P)) {
      again = { part: ++at, item };
    } else if (at < pattern.length && isOne(part as P, items[item] as T)) {
      at++;
      item++;
    } else if (again) {
      at = again.part;
      item = ++again.item;
    } else return false;
  }
  while (at < pattern.length && isAnyNumber(pattern[at] as P)) at++;
  return at === pattern.length;
}
