import { ownText } from './own-text.ts';

/** How many texts are known at a time. */
const most = 2000;

const known = new Map<string, string>();

/**
 * One text for all that are equal to it: for what is kept of many declarations and written with few words, such as dates and the steps
 * of a scale. Where there are too many words after all, they begin anew.
 */
export function sharedText<T extends string>(text: T): T {
  let shared = known.get(text);
  if (shared === undefined) {
    if (known.size === most) known.clear();
    known.set((shared = ownText(text)), shared);
  }
  return shared as T;
}
