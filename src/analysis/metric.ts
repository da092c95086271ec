/** Whether results meet the target of their metric. (9.1) */
import type { Declarations } from '../model/declaration.ts';
import { type Saying, saying } from '../wording/wording.ts';

type Metric = Declarations['Metric'];
type Result = Metric['results'][number];

/** Whether a result meets the target of its metric: by its number, else in the word of its author; undefined where neither says. */
export const isMet = (metric: Metric, result: Result): boolean | undefined =>
  meetsNumber(metric, result) ?? (result.met?.value === 'yes' ? true : result.met?.value === 'no' ? false : undefined);

/** Whether the value of a result meets the numeric target of its metric; undefined where one of the two is missing. */
export function meetsNumber({ atLeast, atMost }: Metric, { value }: Result): boolean | undefined {
  if (!value || (!atLeast && !atMost)) return undefined;
  const number = Number(value.value);
  if (!Number.isFinite(number)) return undefined;
  return (!atLeast || number >= Number(atLeast.value)) && (!atMost || number <= Number(atMost.value));
}

/** The value aimed at: as written, else from its numbers, as in `at least 99.5 %`; undefined if there is none. */
export function targetOf({ target, atLeast, atMost, unit }: Metric): string | Bounds | undefined {
  if (target && target.value.trim() !== '') return target.value;
  const [least, most] = [Number(atLeast?.value), Number(atMost?.value)];
  const inUnit = (text: string, ...values: number[]): Bounds => ({ ...saying(text, ...values), unit: unit?.value });
  if (!atLeast) return atMost && inUnit('at most {0}', most);
  return atMost ? inUnit('at least {0}, at most {1}', least, most) : inUnit('at least {0}', least);
}

/** Numbers that a value has to lie between, in their unit. */
export interface Bounds extends Saying {
  readonly unit: string | undefined;
}

/** A measured value in words, with its number and unit where it has one. */
export function resultText(metric: Metric, { title, value }: Result): string {
  const words = title?.value ?? '';
  if (!value) return words;
  const number = withUnit(metric, value.value);
  return words ? `${words}: ${number}` : number;
}

const withUnit = ({ unit }: Metric, text: string): string => (unit ? `${text} ${unit.value}` : text);

/** Whether a metric says what value is aimed at, in numbers. */
export const hasNumericTarget = ({ atLeast, atMost }: Metric): boolean => !!atLeast || !!atMost;

/** A number with what it is compared by before it, and no other number: `≥ 98 %`, `at most 20 a month`. */
const bound = /^(≥|>=|at least|no less than|≤|<=|at most|no more than) ?(\d+(?:\.\d+)?)(?!\d)(\D*)$/i;
const measured = /^(\d+(?:\.\d+)?)(?!\d)(\D*)$/;

/** Whether a result in words meets its target, where each is one number in the same unit; undefined for all else. */
export function meetsWords({ target, atLeast, atMost, unit }: Metric, { title, value }: Result): boolean | undefined {
  const [, result, own = ''] = measured.exec(title?.value.trim() ?? '') ?? [];
  if (value || !result) return undefined;
  const isIn = (other: string): boolean => own.trim() === '' || own.trim() === other.trim();
  if (atLeast || atMost) {
    if (!isIn(unit?.value ?? '')) return undefined;
    return (!atLeast || Number(result) >= Number(atLeast.value)) && (!atMost || Number(result) <= Number(atMost.value));
  }
  const [, how, limit, words = ''] = bound.exec(target?.value.trim() ?? '') ?? [];
  if (!how || !limit || !isIn(words)) return undefined;
  return /^(?:≥|>=|at least|no less)/i.test(how) ? Number(result) >= Number(limit) : Number(result) <= Number(limit);
}
