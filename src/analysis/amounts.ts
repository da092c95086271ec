/** Periods, durations and amounts of money in the words of the language. */
import type { Duration, Interval, Money } from '../model/declaration.ts';

/** A period, such as `12 months` or `quarterly`; undefined for one that is not complete. */
export function periodText(interval: Interval | undefined): string | undefined {
  if (interval?.frequency) return interval.frequency.value;
  if (!interval?.unit) return undefined;
  const { count, unit } = interval;
  return count ? `${count.value} ${unit.value}` : unit.value;
}

/** How long something takes, such as `4 hours`. */
export const durationText = (duration: Duration | undefined): string | undefined =>
  duration?.count && duration.unit ? `${duration.count.value} ${duration.unit.value}` : undefined;

/** An amount, such as `25000 EUR`, as it is written. */
export const moneyText = (money: Money | undefined): string | undefined =>
  money?.amount && money.currency ? `${money.amount.value} ${money.currency.value}` : undefined;
