import { plainText } from '../shared/text.ts';
import { cut } from './names.ts';

/** Excel's limit for the text of a cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;

/** Cut to Excel's limit, and `_x0041_` as itself and not as the escape sequence for `A` that it is in workbooks. */
export function sheetText(text: string): string {
  const plain = plainText(text);
  const short = plain.length > LONGEST_TEXT ? `${cut(plain, LONGEST_TEXT - 1)}…` : plain;
  return short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** The day of a `YYYY-MM-DD`; none for other texts and for days before March 1900, which Excel counts wrongly. */
export function isoDay(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '1900-03-01') {
    return undefined;
  }
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : undefined;
}
