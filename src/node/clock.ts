import { type IsoDate, localDate } from '../model/dates.ts';

/** Today's date by the machine's clock and time zone, `YYYY-MM-DD`: the only place that asks the clock. */
export const clockDate = (now: Date = new Date()): IsoDate => localDate(now);
