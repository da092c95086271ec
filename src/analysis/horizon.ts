/** How far ahead something can be planned and still be a plan. */
import { addMonths, type IsoDate } from '../model/dates.ts';
import type { Located } from '../model/declaration.ts';
import { dateOf, dueAfter, type Period } from './deadline.ts';

/** A cycle of certification, in months: what lies beyond it is looked at by nobody until then. */
export const horizonMonths = 36;

/** The day, if it lies beyond the horizon. */
export function farAhead(date: Located<string> | undefined, asOf: IsoDate): IsoDate | undefined {
  const day = dateOf(date);
  return day && day > addMonths(asOf, horizonMonths) ? day : undefined;
}

/** Whether a period is longer than so many months, whenever it begins. */
export function lastsLonger(period: Period | undefined, months: number): boolean {
  const from = '2001-01-01';
  const to = dueAfter(from, period);
  return to !== undefined && to > addMonths(from, months);
}

/** Whether a period is longer than the horizon. */
export const isLong = (period: Period | undefined): boolean => lastsLonger(period, horizonMonths);
