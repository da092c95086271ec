/** Whether results meet the target of their metric. (9.1) */
import type { Declarations } from '../model/declaration.ts';

type Metric = Declarations['Metric'];
type Result = Metric['results'][number];

/** Whether the value of a result meets the numeric target of its metric; undefined where one of the two is missing. */
export function resultOf({ atLeast, atMost }: Metric, { value }: Result): boolean | undefined {
  if (!value || (!atLeast && !atMost)) return undefined;
  const number = Number(value.value);
  if (!Number.isFinite(number)) return undefined;
  return (!atLeast || number >= Number(atLeast.value)) && (!atMost || number <= Number(atMost.value));
}

/** Whether a metric says what value is aimed at, in numbers. */
export const hasNumericTarget = ({ atLeast, atMost }: Metric): boolean => !!atLeast || !!atMost;
