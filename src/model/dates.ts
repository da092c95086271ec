/** Calendar dates as ISO 8601 texts (`2026-03-01`); they compare as texts. Proleptic Gregorian, no time zone. */

export type IsoDate = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The days of a month, 1 to 12. */
const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] as number);

/** Whether a text is a date of the calendar: `2026-02-30` is not. Asked of each date that is read, so without objects. */
export function isDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month));
}

const hyphen = 45;

/** The number that these digits make; NaN if there are others among them. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = 10 * number + digit;
  }
  return number;
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');

const write = (time: number): IsoDate => new Date(time).toISOString().slice(0, 10);

/** The date so many days later (or earlier, if negative). */
export const addDays = (date: IsoDate, days: number): IsoDate => write(Date.parse(date) + days * 86_400_000);

/** The date so many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const index = digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - 12 * year + 1;
  const day = Math.min(digits(date, 8, 10), daysInMonth(year, month));
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** The days from one date to another; negative if `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The date after a period in `days`, `weeks`, `months` or `years` (singular too); undefined for another unit or beyond the year 9999. */
export function addInterval(date: IsoDate, count: number, unit: string): IsoDate | undefined {
  if (!isDate(date) || !Number.isSafeInteger(count) || count > 120_000) return undefined;
  const plural = unit.endsWith('s') ? unit : `${unit}s`;
  const later = () => {
    if (plural === 'days') return addDays(date, count);
    if (plural === 'weeks') return addDays(date, 7 * count);
    if (plural === 'months') return addMonths(date, count);
    if (plural === 'years') return addMonths(date, 12 * count);
    return undefined;
  };
  const result = later();
  return result && shape.test(result) ? result : undefined;
}
