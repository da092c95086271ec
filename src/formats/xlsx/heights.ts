/** Height of a line and the space around the lines of a row, in points, for Calibri at 10 points. */
const LINE = 13;
const SPACE = 4;
/** Excel's limit. */
const HIGHEST_ROW = 409;

/** A cell's text and the room it has. */
export interface Room {
  readonly text: string;
  /** In characters. */
  readonly width: number;
  /** Whether its text is broken into lines; else it is one line. */
  readonly wrap: boolean;
}

/**
 * The height in points at which a row shows all its cells. Excel finds the heights of rows by itself, LibreOffice and the viewers of
 * mail programs do not: without it they show one line of each text. An estimate, as fonts differ between computers.
 */
export function rowHeight(cells: readonly Room[]): number {
  const lines = Math.max(1, ...cells.map(({ text, width, wrap }) => (wrap ? countLines(text, width) : 1)));
  return Math.min(lines * LINE + SPACE, HIGHEST_ROW);
}

function countLines(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + countBrokenLines(line, Math.max(width, 1)), 0);
}

/** The lines of a text broken between its words, and within words that are longer than a line. */
function countBrokenLines(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = textWidth(word);
    const next = used === 0 ? length : used + 1 + length;
    if (next <= width) {
      used = next;
    } else {
      lines += (used === 0 ? 0 : 1) + Math.max(Math.ceil(length / width) - 1, 0);
      used = length % width;
    }
  }
  return lines;
}

/** East Asian signs are as wide as two others. */
function textWidth(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g)?.length ?? 0)
  );
}
