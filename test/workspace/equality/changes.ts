/** Makes the random numbers of a change fit a text, and applies it as the protocol's own library does. */
import type { TextChange, TextPosition } from '../../../src/syntax/text/chunked-text.ts';
import { plainText } from '../plain-text.ts';
import type { Change, Place, Reach } from './steps.ts';

const word = /[\p{L}\d_][\p{L}\d_.-]*/gu;
/** What is mostly the name of something. */
const name = /(?<=[:,]? )[A-Z][\w.-]*(?=[\s,])/g;
const heads = /^[a-z]+\b/gm;

const offsetsOf = (pattern: RegExp, text: string): number[] => [...text.matchAll(pattern)].map(({ index }) => index);

const pick = (offsets: readonly number[], n: number): number => offsets[n % Math.max(1, offsets.length)] ?? 0;

function offsetOf(place: Place, text: string): number {
  switch (place.at) {
    case 'end':
      return text.length;
    case 'offset':
      return place.n % (text.length + 1);
    case 'line':
      return pick([0, ...offsetsOf(/\n|\r(?!\n)/g, text).map(offset => offset + 1)], place.n);
    case 'word':
      return pick(offsetsOf(word, text), place.n);
    case 'name':
      return pick(offsetsOf(name, text), place.n);
    case 'declaration':
      return pick(offsetsOf(heads, text), place.n);
    case 'mark': {
      const offsets: number[] = [];
      for (let at = text.indexOf(place.mark); at >= 0; at = text.indexOf(place.mark, at + 1)) offsets.push(at);
      return offsets.length ? pick(offsets, place.n) + (place.behind ? place.mark.length : 0) : 0;
    }
    default:
      return 0;
  }
}

function endOf(reach: Reach, start: number, text: string): number {
  const rest = text.slice(start);
  switch (reach.to) {
    case 'word':
      return start + (/^[\p{L}\d_][\p{L}\d_.-]*/u.exec(rest)?.[0].length ?? 0);
    case 'line':
      return start + (/^[^\n\r]*(\r\n|\n|\r)?/.exec(rest)?.[0].length ?? 0);
    case 'declaration':
      return start + (offsetsOf(heads, rest).find(offset => offset > 0) ?? rest.length);
    case 'characters':
      return Math.min(text.length, start + reach.n);
    case 'end':
      return text.length;
    default:
      return start;
  }
}

const farBeyond: TextPosition = { line: 1_000_000, character: 3 };

/** The change that a client would send. */
export function textChange({ place, reach, text: inserted, whole }: Change, text: string): TextChange {
  const { positionAt, apply } = plainText(text);
  const offset = offsetOf(place, text);
  let start = positionAt(offset);
  if (place.at === 'position') start = { line: place.line, character: place.character };
  else if (place.at === 'beyond') start = farBeyond;
  const nothing = reach.to === 'nothing' || place.at === 'position' || place.at === 'beyond';
  const end = reach.to === 'beyond' ? farBeyond : nothing ? start : positionAt(endOf(reach, offset, text));
  const change = { range: { start, end }, text: inserted };
  return whole ? { text: apply(change) } : change;
}

/** The changes of one notification, each to the text that the one before left. */
export function textChanges(changes: readonly Change[], text: string): TextChange[] {
  let after = text;
  return changes.map(change => {
    const made = textChange(change, after);
    after = applied([made], after);
    return made;
  });
}

/** The text after changes. */
export const applied = (changes: readonly TextChange[], text: string): string =>
  changes.reduce((before, change) => plainText(before).apply(change), text);

/** A declaration, cut out of a text. */
export function cut(text: string, n: number): { change: TextChange; taken: string } {
  const { positionAt } = plainText(text);
  const start = pick(offsetsOf(heads, text), n);
  const end = endOf({ to: 'declaration' }, start, text);
  return {
    change: { range: { start: positionAt(start), end: positionAt(end) }, text: '' },
    taken: text.slice(start, end),
  };
}

/** A text, put before a declaration or at the end. */
export function putIn(text: string, n: number, taken: string): TextChange {
  const offsets = [...offsetsOf(heads, text), text.length];
  const at = plainText(text).positionAt(pick(offsets, n));
  return { range: { start: at, end: at }, text: taken };
}

const ismsBlock = /^isms\b.*?(?:\{\}|^\}|\{.*\})\n?/ms;

/** Takes the first `isms` block out of a text; where there is none, puts one in. */
export function toggleIsms(text: string, behind: boolean): TextChange {
  const { positionAt } = plainText(text);
  const found = ismsBlock.exec(text);
  if (found) {
    const [whole] = found;
    return { range: { start: positionAt(found.index), end: positionAt(found.index + whole.length) }, text: '' };
  }
  const at = positionAt(behind ? text.length : 0);
  return { range: { start: at, end: at }, text: `${behind ? '\n' : ''}isms Added "Added" { uses: ".." }\n` };
}
