/** Dates that have passed, and dates that follow from a period. */
import { addInterval, type IsoDate, isDate } from '../model/dates.ts';
import type { Duration, Interval, Located } from '../model/declaration.ts';

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

/** Words for a period, and units that are several of another one. */
const named: ReadonlyMap<string, Period> = new Map([
  ['daily', { count: 1, unit: 'days' }],
  ['weekly', { count: 1, unit: 'weeks' }],
  ['monthly', { count: 1, unit: 'months' }],
  ['quarterly', { count: 3, unit: 'months' }],
  ['half-yearly', { count: 6, unit: 'months' }],
  ['semi-annually', { count: 6, unit: 'months' }],
  ['yearly', { count: 12, unit: 'months' }],
  ['annually', { count: 12, unit: 'months' }],
  ['biennially', { count: 24, unit: 'months' }],
  ['quarter', { count: 3, unit: 'months' }],
  ['quarters', { count: 3, unit: 'months' }],
]);

/** A period as plain data, `every month` being one month and `quarterly` three; undefined if it is not complete. */
export function periodOf(interval: Interval | undefined): Period | undefined {
  const unit = interval?.frequency ?? interval?.unit;
  if (!unit) return undefined;
  const count = interval?.count?.value ?? 1;
  const known = named.get(unit.value);
  return known ? { count: count * known.count, unit: known.unit } : { count, unit: unit.value };
}

const minutesOf: ReadonlyMap<string, number> = new Map([
  ['minute', 1],
  ['hour', 60],
  ['day', 24 * 60],
  ['week', 7 * 24 * 60],
]);

/** How long a duration is, in minutes; undefined if it is not complete. */
export function minutesIn(duration: Duration | undefined): number | undefined {
  const unit = minutesOf.get(duration?.unit?.value.replace(/s$/, '') ?? '');
  return unit !== undefined && duration?.count ? unit * duration.count.value : undefined;
}

/** The date one period later; undefined if one of the two is missing or no date or period. */
export const dueAfter = (date: IsoDate | undefined, period: Period | undefined): IsoDate | undefined =>
  date && period ? addInterval(date, period.count, period.unit) : undefined;

/** The last of several dates. */
export const latest = (...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined =>
  dates
    .filter(date => date !== undefined)
    .sort()
    .at(-1);
