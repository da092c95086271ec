import { refusing } from '../../wording/said-error.ts';
import type { SayingValue } from '../../wording/wording.ts';
import { TooLongError } from '../shared/format.ts';
import { plainText } from '../shared/text.ts';

/** Excel's limit for the text of a cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;

/**
 * Throws `TooLongError` for a text that no cell holds: Excel would cut it, or refuse the file.
 * @param what the text in words, as a message begins with it
 */
export function refuseLong(text: string, what: () => SayingValue): void {
  if (text.length <= LONGEST_TEXT) return;
  throw new TooLongError(
    refusing(
      '{0} has {1} characters, and a cell of a workbook holds {2}. Shorten it, or export as HTML, Markdown or JSON.',
      what(),
      text.length,
      LONGEST_TEXT,
    ),
  );
}

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
