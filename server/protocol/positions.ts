/** Columns of a line, counted in UTF-16 code units as the core does, and as a client may count them. */
import type { ChunkedText, TextPosition } from '../../src/syntax/text/chunked-text.ts';
import type { PositionEncoding } from './client-capabilities.ts';

/**
 * The column in UTF-16 code units of one that the client counted. One inside a character is that of its beginning; one behind the end
 * of the line is the end.
 */
export function columnFromClient(line: string, column: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return Math.min(column, line.length);
  let counted = 0;
  let at = 0;
  while (at < line.length) {
    const units = unitsAt(line, at);
    counted += widthAt(line, at, units, encoding);
    if (counted > column) break;
    at += units;
  }
  return at;
}

/** The column as the client counts it of one in UTF-16 code units, which is clamped in the same way. */
export function columnForClient(line: string, column: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return Math.min(column, line.length);
  let counted = 0;
  let at = 0;
  while (at < line.length) {
    const units = unitsAt(line, at);
    if (at + units > column) break;
    counted += widthAt(line, at, units, encoding);
    at += units;
  }
  return counted;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

const unitsAt = (line: string, at: number): 1 | 2 =>
  isHigh(line.charCodeAt(at)) && isLow(line.charCodeAt(at + 1)) ? 2 : 1;

/** How much a character counts. Half of a pair is written as the replacement character, which takes three bytes. */
function widthAt(line: string, at: number, units: 1 | 2, encoding: PositionEncoding): number {
  if (encoding === 'utf-32') return 1;
  if (units === 2) return 4;
  const unit = line.charCodeAt(at);
  return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
}

/** A line of a text, without its end; empty where there is none. Only the pieces that hold it are looked at. */
export function lineOf(text: ChunkedText, line: number): string {
  if (!(line >= 0 && line < text.lineCount)) return '';
  const { chunkIndex, offset } = text.locate({ line, character: 0 });
  let found = '';
  for (let index = chunkIndex, from = offset; index < text.chunks.length; index++, from = 0) {
    const chunk = text.chunks[index]?.text ?? '';
    const end = endOfLine(chunk, from);
    found += chunk.slice(from, end);
    if (end < chunk.length) break;
  }
  return found;
}

/** A line of a text that is kept as a string. */
export function lineOfString(text: string, line: number): string {
  if (!(line >= 0)) return '';
  let from = 0;
  for (let skip = line; skip > 0; skip--) {
    const end = endOfLine(text, from);
    if (end === text.length) return '';
    from = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return text.slice(from, endOfLine(text, from));
}

function endOfLine(text: string, from: number): number {
  const isBreak = (unit: number): boolean => unit === 10 || unit === 13;
  let end = from;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

/** A position with another column. */
export const atColumn = ({ line }: TextPosition, character: number): TextPosition => ({ line, character });
