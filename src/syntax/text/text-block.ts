/** The lines of a `"""` text, and the indentation that is no part of its value. */
const lineEnd = /\r\n|\r|\n/;

export interface TextBlock {
  /** Its lines, without line ends and quotes. */
  readonly lines: readonly string[];
  /** Whether the first line is only the line of the opening quotes, and the last one that of the closing quotes. */
  readonly opensAlone: boolean;
  readonly closesAlone: boolean;
  /** How many characters of white space all other lines that are not empty begin with. */
  readonly indent: number;
}

/** @param written with its quotes */
export function textBlock(written: string): TextBlock {
  const lines = written.slice(3, -3).split(lineEnd);
  const opensAlone = isEmpty(lines[0] as string);
  const closesAlone = lines.length > (opensAlone ? 1 : 0) && isEmpty(lines.at(-1) as string);
  const indents = lines.slice(opensAlone ? 1 : 0).flatMap(line => (isEmpty(line) ? [] : line.search(/\S/)));
  return { lines, opensAlone, closesAlone, indent: indents.length ? indents.reduce((a, b) => Math.min(a, b)) : 0 };
}

export const isEmpty = (line: string): boolean => line.trim() === '';
