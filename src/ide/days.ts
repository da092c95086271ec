/** How far a day is, in words. */
import { say, sayCounted } from '../wording/wording.ts';

/** `today`, `in 12 days`: for 0 days or more. */
export const daysAhead = (days: number): string =>
  days === 0 ? say('today') : sayCounted(days, 'in {0} day', 'in {0} days');

/** `3 days late`. */
export const daysLate = (days: number): string => sayCounted(days, '{0} day late', '{0} days late');
