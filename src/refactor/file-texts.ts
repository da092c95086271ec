/** New texts of files, and the edits that lead to them. */
import { kindKeywords } from '../language/schema.ts';
import { mayHoldSuppressions } from '../syntax/suppressions.ts';
import { lineStartsOf } from '../syntax/text/chunk.ts';
import { split } from '../syntax/text/splitter.ts';
import type { FileEdit } from '../workspace/block-edits.ts';

/**
 * A text put at the end of a file, behind an empty line.
 * @param text the file as it is
 * @param added ends its lines with `\n`, the last one too; empty if there is nothing to add
 * @param lineEnd how the file ends its lines
 */
export function textWith(text: string, added: string, lineEnd: string): string {
  if (added === '') return text;
  const own = added.replaceAll('\n', lineEnd);
  const last = [...split(text, kindKeywords)].findLast(({ bodyStart, bodyEnd }) => bodyStart < bodyEnd);
  // A comment at the end that silences a rule would silence it for what is put there.
  const tail = last?.end ?? 0;
  const end = mayHoldSuppressions(text.slice(tail)) ? tail : text.length;
  const before = text.slice(0, end).trimEnd();
  const rest =
    end < text.length
      ? `${lineEnd}${text
          .slice(end)
          .replace(/^\uFEFF/, '')
          .trimStart()}`
      : '';
  if (before === '' || before === '\uFEFF') return `${text.startsWith('\uFEFF') ? '\uFEFF' : ''}${own}${rest}`;
  return `${before}${lineEnd}${lineEnd}${own}${rest}`;
}

/** The edit of whole lines that makes one text of another; none if they are equal. */
export function editBetween(uri: string, before: string, after: string): FileEdit[] {
  if (before === after) return [];
  const [old, now] = [linesOf(before), linesOf(after)];
  const { start, end } = sameAround(old, now);
  const range = { start: { line: start, character: 0 }, end: endOf(old, old.length - end) };
  return [{ uri, range, newText: now.slice(start, now.length - end).join('') }];
}

/** How many lines two texts have in common at the start, and how many of the others at the end. */
export function sameAround(
  before: readonly string[],
  after: readonly string[],
): { readonly start: number; readonly end: number } {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end };
}

/** The lines of a text, each with its end. */
function linesOf(text: string): string[] {
  const starts = lineStartsOf(text);
  const lines = starts.map((start, i) => text.slice(start, starts[i + 1]));
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The place where some lines of a text end. */
function endOf(lines: readonly string[], count: number): { readonly line: number; readonly character: number } {
  const last = lines[count - 1];
  return last === undefined || /[\r\n]$/.test(last)
    ? { line: count, character: 0 }
    : { line: count - 1, character: last.length };
}
