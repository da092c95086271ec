/** Dates that have passed, and dates that follow from a period. */
import { addInterval, type IsoDate, isDate } from '../model/dates.ts';
import type { Interval, Located } from '../model/declaration.ts';

/** The date, if there is one and it is one of the calendar. */
export const dateOf = (date: Located<string> | undefined): IsoDate | undefined =>
  date && isDate(date.value) ? date.value : undefined;

/** Whether a date lies before the day as of which is judged; that day itself is still in time. */
export function isPast(date: Located<string> | undefined, asOf: IsoDate): boolean {
  const day = dateOf(date);
  return day !== undefined && day < asOf;
}

export interface Period {
  readonly count: number;
  readonly unit: string;
}

/** A period as plain data, `every month` being one month; undefined if it is not complete. */
export const periodOf = (interval: Interval | undefined): Period | undefined =>
  interval?.unit ? { count: interval.count?.value ?? 1, unit: interval.unit.value } : undefined;

/** The date one period later; undefined if one of the two is missing or no date or period. */
export const dueAfter = (date: IsoDate | undefined, period: Period | undefined): IsoDate | undefined =>
  date && period ? addInterval(date, period.count, period.unit) : undefined;

/** The last of several dates. */
export const latest = (...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined =>
  dates
    .filter(date => date !== undefined)
    .sort()
    .at(-1);
