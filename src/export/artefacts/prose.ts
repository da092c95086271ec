/** Lines shorter than this, in characters, were ended on purpose; longer ones because the source is only so wide. */
const shortest = 50;

/**
 * A text without the line ends that only its source asks for, so that a reader's own width decides. A line end stays after a short
 * line, at an empty one, and before the item of a list.
 */
export function unwrap(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  let joined = first;
  let before = first;
  for (const line of rest) {
    joined += before.trim().length >= shortest && goesOn(line) ? ` ${line.trimStart()}` : `\n${line}`;
    before = line;
  }
  return joined;
}

const goesOn = (line: string): boolean => line.trim() !== '' && !/^\s*(?:[-*•–]|\d+[.)])\s/.test(line);
