import { plainText } from './text.ts';

/** Excel's limit for the text of a cell, in UTF-16 units. */
export const LONGEST_TEXT = 32_767;

/** In milliseconds. */
const DAY = 86_400_000;

/** The number that Excel gives to 1 January 1970. */
const EPOCH = 25_569;

/** `_x0041_` as itself and not as the escape sequence for `A` that it is in workbooks. */
export function sheetText(text: string): string {
  return plainText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** The day of a `YYYY-MM-DD`; none for other texts and for days before March 1900, which Excel counts wrongly. */
export function isoDay(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '1900-03-01') {
    return undefined;
  }
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : undefined;
}

/** The number by which Excel knows the day of a `YYYY-MM-DD`. */
export function dayNumber(text: string): number | undefined {
  const day = isoDay(text);
  return day === undefined ? undefined : day.getTime() / DAY + EPOCH;
}
