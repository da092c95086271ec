/** Today's date by the machine's clock and time zone, `YYYY-MM-DD`: the only place that asks the clock. */
export function clockDate(now: Date = new Date()): string {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`;
}
