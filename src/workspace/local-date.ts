import type { IsoDate } from '../model/dates.ts';

/** The date of a moment in the time zone of the machine, `YYYY-MM-DD`. */
export function localDate(moment: Date): IsoDate {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1, 2)}-${pad(moment.getDate(), 2)}`;
}
