/** When management reviews and internal audits are due. (9.2.1, 9.3.1) */
import { addMonths, type IsoDate } from '../model/dates.ts';

/** A review that is planned further ahead is not planned yet, in months. */
const horizon = 12;

/** Certification bodies look for both in every year of the cycle; with three months of grace, in months. */
export const longestInterval = 15;

/** Whether a day lies within the time for which reviews are planned. */
export const isSoon = (day: IsoDate, asOf: IsoDate): boolean => day <= addMonths(asOf, horizon);

/** Whether the next review or audit comes in time: within a year from today, or soon enough after the last one. */
export const isNextInTime = (day: IsoDate, last: IsoDate | undefined, asOf: IsoDate): boolean =>
  isSoon(day, asOf) || (last !== undefined && day <= addMonths(last, longestInterval));
