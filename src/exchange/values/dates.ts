/** Dates as registers write them. */
import { isDate } from '../../model/dates.ts';
import { type Saying, saying } from '../../wording/wording.ts';
import type { SourceCell } from '../cells.ts';
import type { DateOrder } from '../recognise/mapping.ts';

export type ReadDate =
  | { readonly date: string; readonly guess?: Saying }
  /** Two readings are possible. */
  | { readonly ambiguous: readonly [string, string] }
  | undefined;

const months: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan', 'januar', 'jän', 'jänner'],
    ['february', 'feb', 'februar'],
    ['march', 'mar', 'märz', 'mrz', 'maerz'],
    ['april', 'apr'],
    ['may', 'mai'],
    ['june', 'jun', 'juni'],
    ['july', 'jul', 'juli'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct', 'oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec', 'dezember', 'dez'],
  ].flatMap((names, index) => names.map(name => [name, index + 1] as const)),
);

const pad = (number: number): string => String(number).padStart(2, '0');

const dateOf = (year: number, month: number, day: number): string | undefined => {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return isDate(text) ? text : undefined;
};

/** Whether a text has the form of a date whose order of day and month is open, and which of the two it shows by itself. */
export function orderOf(text: string): DateOrder | 'open' | undefined {
  const match = /^(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})$/.exec(text);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12 && second <= 12) return 'day-first';
  if (second > 12 && first <= 12) return 'month-first';
  return first > 12 ? undefined : 'open';
}

/** The order that the dates of a column show, if they agree. */
export function columnOrder(texts: Iterable<string>): DateOrder | undefined {
  const shown = new Set<DateOrder>();
  for (const text of texts) {
    const order = orderOf(withoutTime(text));
    if (order === 'day-first' || order === 'month-first') shown.add(order);
  }
  return shown.size === 1 ? [...shown][0] : undefined;
}

/**
 * The day of a cell. Undefined if it is none, such as a quarter, a month, or the 30th of February.
 * @param order how 03/04/2026 is to be read; undefined if nobody says
 */
export function readDate({ text, date, kind, number }: SourceCell, order: DateOrder | undefined): ReadDate {
  if (date !== undefined) return { date };
  if (kind === 'number' || /^\d{5}$/.test(text)) return serialDate(number ?? Number(text));
  const day = withoutTime(text);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day);
  if (iso) return some(dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/.exec(day);
  if (dotted) return inYear(dotted[3] as string, year => dateOf(year, Number(dotted[2]), Number(dotted[1])));
  return slashed(day, order) ?? named(day);
}

const some = (date: string | undefined): ReadDate => (date === undefined ? undefined : { date });

/** A time of day that spreadsheets add. */
const withoutTime = (text: string): string => text.replace(/[T ]\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?Z?$/, '').trim();

function inYear(text: string, make: (year: number) => string | undefined): ReadDate {
  if (text.length === 4) return some(make(Number(text)));
  const date = make(2000 + Number(text));
  return date === undefined ? undefined : { date, guess: saying('the century is not written') };
}

/** The days since 1899-12-30, as spreadsheets count; only within the years that registers speak of. */
function serialDate(serial: number): ReadDate {
  if (!Number.isFinite(serial) || serial < 32_874 || serial > 73_050) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
  return { date, guess: saying('it is a number, as spreadsheets count days') };
}

function slashed(text: string, order: DateOrder | undefined): ReadDate {
  const match = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const dayFirst = (year: number): string | undefined => dateOf(year, second, first);
  const monthFirst = (year: number): string | undefined => dateOf(year, first, second);
  const shown = orderOf(text);
  const known = shown === 'open' ? (first === second ? 'day-first' : order) : shown;
  if (known) return inYear(match[4] as string, known === 'day-first' ? dayFirst : monthFirst);
  if (shown === undefined) return undefined;
  const year = (match[4] as string).length === 4 ? Number(match[4]) : 2000 + Number(match[4]);
  const [a, b] = [dayFirst(year), monthFirst(year)];
  return a && b ? { ambiguous: [a, b] } : undefined;
}

/** `1 March 2026`, `1. März 2026`, `March 1, 2026`, `01-Mar-26`. */
function named(text: string): ReadDate {
  const parts = text
    .toLowerCase()
    .split(/[\s.,-]+/)
    .filter(Boolean);
  if (parts.length !== 3) return undefined;
  const month = parts.findIndex(part => months.has(part));
  if (month !== 0 && month !== 1) return undefined;
  const [day, year] = parts.filter((_, index) => index !== month) as [string, string];
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(day) || !/^(?:\d{4}|\d{2})$/.test(year)) return undefined;
  return inYear(year, full => dateOf(full, months.get(parts[month] as string) ?? 0, Number.parseInt(day, 10)));
}
