/** When management reviews and internal audits are due. (9.2.1, 9.3.1) */
import { addMonths, type IsoDate } from '../model/dates.ts';
import type { Declarations } from '../model/declaration.ts';
import { dateOf, dueAfter, periodOf } from './deadline.ts';

/** A review that is planned further ahead is not planned yet, in months. */
const horizon = 12;

/** Certification bodies look for both in every year of the cycle; with three months of grace, in months. */
const longestInterval = 15;

/** Where a review does not say when the next one is due. */
const usual = { count: 12, unit: 'months' };

/** Whether a day lies within the time for which reviews are planned. */
export const isSoon = (day: IsoDate, asOf: IsoDate): boolean => day <= addMonths(asOf, horizon);

/** Whether the next review or audit comes in time: within a year from today, or soon enough after the last one. */
export const isNextInTime = (day: IsoDate, last: IsoDate | undefined, asOf: IsoDate): boolean =>
  isSoon(day, asOf) || (last !== undefined && day <= addMonths(last, longestInterval));

/** When the review after one that was held is due: as it says, but not later than certification bodies accept. */
export function nextReview(review: Declarations['Review']): IsoDate | undefined {
  const held = dateOf(review.held);
  const due = dueAfter(held, periodOf(review.next) ?? usual);
  if (!held || !due) return undefined;
  return [due, addMonths(held, longestInterval)].sort()[0];
}
