/** White space in place of other white space. */
import { CARRIAGE_RETURN, LINE_FEED } from '../text/characters.ts';

/** A change of a stretch of a text; UTF-16 offsets. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A gap with so many line ends, then so many blanks. Line ends that are there stay of their sort.
 * @param breaks `group` for one, or for two where there is an empty line
 * @param usualEnd the line end where there is none yet
 */
export function gapText(before: string, breaks: number | 'group', blanks: number, usualEnd: () => string): string {
  const ends = before.match(/\r\n|\r|\n/g) ?? [];
  const count = breaks === 'group' ? (ends.length > 1 ? 2 : 1) : breaks;
  let text = '';
  for (let i = 0; i < count; i++) text += ends[i] ?? ends.at(-1) ?? usualEnd();
  return text + ' '.repeat(blanks);
}

/** The changes from one white space to another: line by line, if there are as many lines. */
export function changesBetween(before: string, after: string): Change[] {
  const from = before.split(lineEnds);
  const to = after.split(lineEnds);
  const isLikewise = from.length === to.length && from.every((part, i) => i % 2 === 0 || part === to[i]);
  if (!isLikewise) return [smallest(before, after)].flatMap(change => change ?? []);
  let at = 0;
  return from.flatMap((part, i) => {
    const change = smallest(part, to[i] as string);
    const base = at;
    at += part.length;
    return change ? [{ ...change, start: base + change.start, end: base + change.end }] : [];
  });
}

const lineEnds = /(\r\n|\r|\n)/;

/** The change from one text to another without what they begin and end with alike; undefined if they are alike. */
export function smallest(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (splitsLineEnd(before, start) || splitsLineEnd(after, start)) start--;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (splitsLineEnd(before, before.length - same) || splitsLineEnd(after, after.length - same)) same--;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** Whether an offset lies inside `\r\n`, which editors do not know as a place. */
const splitsLineEnd = (text: string, at: number): boolean =>
  text.charCodeAt(at - 1) === CARRIAGE_RETURN && text.charCodeAt(at) === LINE_FEED;
