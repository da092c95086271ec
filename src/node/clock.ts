import { localDate } from '../workspace/local-date.ts';

/**
 * Today's date by the machine's clock and time zone, `YYYY-MM-DD`: the only place that asks the clock
 * for what is judged; the server in a browser has its own.
 */
export const clockDate = (now: Date = new Date()): string => localDate(now);
