/** What the columns of a scale or of levels hold. */
import type { GridRow, SourceCell } from '../cells.ts';
import { comparableWhole } from './normalise.ts';

export const isCell = (cell: SourceCell | undefined): cell is SourceCell => cell !== undefined;

export const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;

/** Whole numbers, each once, without gaps, up or down. */
export function isCounting(body: readonly GridRow[], x: number): boolean {
  const numbers = body.map(row => wholeNumber(row[x]?.text));
  if (numbers.some(number => number === undefined)) return false;
  const step = (numbers[1] as number) - (numbers[0] as number);
  return Math.abs(step) === 1 && numbers.every((number, index) => number === (numbers[0] as number) + index * step);
}

/** Short words, each once. */
export function areLabels(body: readonly GridRow[], x: number): boolean {
  const texts = body.map(row => row[x]?.text);
  return (
    texts.every(text => text !== undefined && text.length <= 40 && /\p{L}/u.test(text)) &&
    new Set(texts.map(text => comparableWhole(text as string))).size === texts.length
  );
}
