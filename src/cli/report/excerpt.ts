/** A line of source with a squiggle under a part of it, as wide as a terminal shows it. */
import { eastAsianWidth } from 'get-east-asian-width';
import { printable } from '../../syntax/text/printable.ts';

export interface Excerpt {
  readonly source: string;
  /** Blanks and `^`, without blanks at the end. */
  readonly marks: string;
}

/** A character as readers see it, which may be several code points. */
interface Cell {
  readonly text: string;
  /** Columns that it takes: 0, 1, 2, or up to the next stop for a tab. */
  readonly width: number;
  readonly marked: boolean;
}

const tabStop = 4;

/** How much is shown before the squiggle where a line is too long. */
const context = 40;

/** The UTF-16 code units that a column may take, in the longest of emoji two of them. */
const unitsInColumn = 6;

/**
 * The line, and the marks for what stands from `start` up to but without `end` (UTF-16 columns); at least one mark. A line that takes
 * more than `most` columns is cut to the part around the squiggle, with `…` where something is left out.
 */
export function excerpt(line: string, start: number, end: number, most = 160): Excerpt {
  // Of a line with many findings each looks at its surroundings only.
  const reach = most * unitsInColumn;
  const from = Math.max(0, start - reach);
  const near = line.slice(from, Math.max(start, Math.min(end, start + reach)) + reach);
  const cells = cut(cellsOf(near, start - from, end - from), most);
  const source = cells.map(({ text }) => text).join('');
  const marks = cells.map(({ width, marked }) => (marked ? '^' : ' ').repeat(width)).join('');
  if (marks.includes('^')) return { source: source.trimEnd(), marks: marks.trimEnd() };
  // An empty place, as at the end of a line.
  const before = cellsOf(near.slice(0, start - from), 0, 0).reduce((sum, { width }) => sum + width, 0);
  return { source: source.trimEnd(), marks: `${' '.repeat(Math.min(before, most))}^` };
}

function cellsOf(line: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let offset = 0;
  for (const segment of graphemes(line)) {
    const next = offset + segment.length;
    const width = segment === '\t' ? tabStop - (column % tabStop) : widthOf(segment);
    const text = segment === '\t' ? ' '.repeat(width) : printable(segment);
    const isEmptyHere = start === end && offset === start;
    cells.push({ text, width, marked: isEmptyHere || (offset < end && next > start) });
    column += width;
    offset = next;
  }
  return cells;
}

let segmenter: Intl.Segmenter | undefined;

function graphemes(line: string): Iterable<string> {
  // Most lines are ASCII, where each character is one; starting the segmenter takes milliseconds.
  if (/^[\t\x20-\x7e]*$/.test(line)) return line;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(line), ({ segment }) => segment);
}

/** The columns of one character: emoji take two, marks that only combine none. */
function widthOf(grapheme: string): number {
  if (/\p{Emoji_Presentation}|\uFE0F|\u{20E3}/u.test(grapheme)) return 2;
  const shown = printable(grapheme);
  const first = [...shown].find(character => !/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character));
  return first === undefined ? 0 : eastAsianWidth(first.codePointAt(0) as number);
}

function cut(cells: readonly Cell[], most: number): readonly Cell[] {
  const width = (list: readonly Cell[]): number => list.reduce((sum, cell) => sum + cell.width, 0);
  if (width(cells) <= most) return cells;
  const first = cells.findIndex(({ marked }) => marked);
  let from = Math.max(0, first);
  for (let columns = 0; from > 0 && columns < context; from--) columns += cells[from - 1]?.width ?? 0;
  const ellipsis: Cell = { text: '…', width: 1, marked: false };
  const shown: Cell[] = from > 0 ? [ellipsis] : [];
  let columns = shown.length;
  for (const cell of cells.slice(from)) {
    if (columns + cell.width > most - 1) {
      shown.push(ellipsis);
      break;
    }
    shown.push(cell);
    columns += cell.width;
  }
  return shown;
}
