/* A piece of a file with its own text, and how many lines that adds. */
import { CARRIAGE_RETURN, isLineBreak, LINE_FEED } from './characters.ts';
import type { LineExtent } from './line-index.ts';
import type { Piece } from './splitter.ts';

/** A piece of a file: trivia, a declaration, and the rest of its last line. Immutable; unchanged pieces stay the same object over edits. */
export interface Chunk extends LineExtent {
  readonly text: string;
  /** Where in `text` the declaration (or what stands in its place) begins. Equal to `bodyEnd` if there is none. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** The number of line ends (`\n`, `\r\n` or a lone `\r`) in `text`. */
  readonly lineCount: number;
  /** UTF-16 code units behind the last line end in `text`; all of it if it has none. */
  readonly lastLineLength: number;
  /** Whether the trivia hold a comment that nothing in the file closes. */
  readonly unclosedComment: boolean;
}

/** A chunk in a file, with the index at which it was last seen. */
export class StoredChunk implements Chunk {
  readonly text: string;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly lineCount: number;
  readonly unclosedComment: boolean;
  /** A hint; -1 once the chunk has left its file. */
  lastIndex = 0;

  constructor(piece: Piece, text: string) {
    this.text = text;
    this.bodyStart = piece.bodyStart - piece.start;
    this.bodyEnd = piece.bodyEnd - piece.start;
    this.unclosedComment = piece.unclosedComment;
    this.lineCount = lineEndsOf(text);
  }

  get lastLineLength(): number {
    const { text } = this;
    let start = text.length;
    while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
    return text.length - start;
  }
}

/** Where the line that holds an offset ends: at its line end, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  while (offset < text.length && !isLineBreak(text.charCodeAt(offset))) offset++;
  return offset;
}

/** The offset behind the line end at an offset. */
export function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
}

/** How line ends are found in a text. Asked of every declaration: to look for one character is quicker than to look at each. */
const endFinderOf = (text: string): ((text: string, offset: number) => number) =>
  text.includes('\r') ? lineEnd : feedOrEnd;

/** Where a line ends in a text without `\r`. */
function feedOrEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed < 0 ? text.length : feed;
}

function lineEndsOf(text: string): number {
  const endOf = endFinderOf(text);
  let lines = 0;
  for (let end = endOf(text, 0); end < text.length; end = endOf(text, nextLine(text, end))) lines++;
  return lines;
}

/** Where the lines of a text begin: an offset for each, in UTF-16 code units. */
export function lineStartsOf(text: string): readonly number[] {
  const endOf = endFinderOf(text);
  const starts = [0];
  for (let end = endOf(text, 0); end < text.length; ) {
    const next = nextLine(text, end);
    starts.push(next);
    end = endOf(text, next);
  }
  return starts;
}

/** Where a line ends, without its line end, given where the next one begins; the end of the text if there is none. */
export function endBefore(text: string, next: number | undefined): number {
  if (next === undefined) return text.length;
  return text.charCodeAt(next - 1) === LINE_FEED && text.charCodeAt(next - 2) === CARRIAGE_RETURN ? next - 2 : next - 1;
}

/** What a line of a file ends with: as its first line end does. */
export function lineEndOf(chunks: readonly Chunk[]): string {
  for (const { text } of chunks) {
    const [lineEnd] = /\r\n|\r|\n/.exec(text) ?? [];
    if (lineEnd) return lineEnd;
  }
  return '\n';
}
