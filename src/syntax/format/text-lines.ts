/** The lines of a `"""` text in their place: under its key, each as far further in as it was. What the text says stays. */
import { isEmpty, textBlock } from '../text/text-block.ts';
import { indentation } from './layout.ts';
import type { Change } from './white-space.ts';

/**
 * The changes that move the lines of a text. One that begins on the line of its opening quotes is indented by nothing, and stays as it is.
 * @param written with its quotes; the changes are relative to its beginning
 * @param indent that of the line on which it begins, in blanks
 */
export function moveLines(written: string, indent: number): Change[] {
  const { lines, opensAlone, closesAlone, indent: shared } = textBlock(written);
  if (!opensAlone || lines.length < 2) return [];
  const changes: Change[] = [];
  const change = (start: number, before: string, text: string): void => {
    if (before !== text) changes.push({ start, end: start + before.length, text });
  };
  let at = 3;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    if (index === 0 || (isEmpty(line) && !isLast)) change(at, line, '');
    else if (isLast && closesAlone) change(at, line, ' '.repeat(indent));
    else {
      change(at, line.slice(0, shared), ' '.repeat(indent + indentation));
      const content = line.trimEnd();
      if (!isLast) change(at + content.length, line.slice(content.length), '');
    }
    at += line.length;
    if (!isLast) at += written.startsWith('\r\n', at) ? 2 : 1;
  }
  return changes;
}
