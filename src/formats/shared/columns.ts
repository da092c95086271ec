/** How wide the columns of a table are on pages that do not scroll. */
import type { Row } from '../../documents/blocks.ts';
import type { PrintColumn } from './print.ts';
import { cellLines, plainText } from './text.ts';

/** In points: so much a column is given for each of its characters at the most. */
const widestSign = 6.5;

/** In points: a longer word is broken rather than that the other columns give way to it. */
const widestWord = 110;

/** In points, and in characters: of more nobody reads a line with ease. */
const widestLine = 420;
const longestRead = 120;

interface Room {
  /** How wide the table may be, in points. */
  readonly width: number;
  /** On both sides of a cell together, in points. */
  readonly padding: number;
  /** How wide a word is in the widest look of a cell, in points. */
  readonly measure: (word: string) => number;
}

/**
 * The widths in points: in proportion to what the columns hold, and each with room for its longest word, which the columns that have more than they need
 * make. A table of few short columns is not drawn apart.
 */
export function columnWidths(columns: readonly PrintColumn[], rows: readonly Row[], room: Room): number[] {
  const total = sumOf(columns.map(({ width }) => width));
  const wide = Math.min(room.width, total * widestSign);
  const wanted = columns.map(({ width }) => (wide * width) / total);
  const least = columns.map(one => Math.min(longestWord(one, rows, room), widestWord) + room.padding);
  const grown = wanted.map((width, x) => Math.max(width, least[x] ?? 0));
  const tooMuch = sumOf(grown) - room.width;
  if (tooMuch <= 0) return withWholeLines(grown, columns, rows, room);
  const spare = grown.map((width, x) => width - (least[x] ?? 0));
  const given = Math.min(tooMuch / sumOf(spare), 1);
  const fitted = grown.map((width, x) => width - given * (spare[x] ?? 0));
  // Where there is no room for all the longest words, each column gives way as far as it is wide.
  const scale = Math.min(room.width / sumOf(fitted), 1);
  return fitted.map(width => width * scale);
}

/** Widths with what is left of the page given to the columns whose texts would be broken into lines. */
function withWholeLines(
  widths: readonly number[],
  columns: readonly PrintColumn[],
  rows: readonly Row[],
  room: Room,
): number[] {
  const missing = columns.map((one, x) => Math.max(longestLine(one, rows, room) + room.padding - (widths[x] ?? 0), 0));
  const left = Math.max(room.width - sumOf(widths), 0);
  const share = Math.min(left / Math.max(sumOf(missing), 1), 1);
  return widths.map((width, x) => width + share * (missing[x] ?? 0));
}

/** In points, of the longest by its letters, but no more than anybody likes to read in one line. */
function longestLine({ x }: PrintColumn, rows: readonly Row[], { measure }: Room): number {
  let longest = '';
  for (const row of rows) for (const line of cellLines(row[x])) if (line.length > longest.length) longest = line;
  return Math.min(measure(longest.slice(0, longestRead)), widestLine);
}

function longestWord({ column, x }: PrintColumn, rows: readonly Row[], { measure }: Room): number {
  const ofHead = wordsIn(column.title).map(measure);
  // The longest by its letters is near enough the widest, and measuring each word of a register takes long.
  let longest = '';
  for (const row of rows)
    for (const line of cellLines(row[x]))
      for (const word of wordsIn(line)) if (word.length > longest.length) longest = word;
  return Math.max(0, ...ofHead, longest === '' ? 0 : measure(longest));
}

const wordsIn = (text: string): readonly string[] => plainText(text).match(/\S+/g) ?? [];

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);
