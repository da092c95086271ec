/** Whether results meet the target of their metric. (9.1) */
import type { Declarations, Located } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { type Saying, saying } from '../wording/wording.ts';
import { type Bound, boundOf, isWithin } from './bound.ts';
import { type Period, periodOf } from './deadline.ts';
import { measuredQuantity, type Quantity, unitOf } from './quantity.ts';

type Metric = Declarations['Metric'];
type Result = Metric['results'][number];

/** Whether a result meets the target of its metric: by its number, else in the word of its author; undefined where neither says. */
export const isMet = (metric: Metric, result: Result): boolean | undefined =>
  meetsNumber(metric, result) ?? (result.met?.value === 'yes' ? true : result.met?.value === 'no' ? false : undefined);

/** A metric with the target of its objective, where it has none of its own. */
export function withTarget(view: Pick<IsmsView, 'resolve'>, metric: Metric): Metric {
  const { target, objective } = metric;
  if (hasNumericTarget(metric) || (target && target.value.trim() !== '') || !objective) return metric;
  const aim = view.resolve(objective)?.declaration;
  return aim?.$type === 'Objective' && aim.target ? { ...metric, target: aim.target } : metric;
}

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

/** Whether a metric asks for more than it allows, so that no result can meet it. */
export const isEmptyRange = ({ atLeast, atMost }: Metric): boolean =>
  !!atLeast && !!atMost && Number(atLeast.value) > Number(atMost.value);

/** The bounds of a metric: its numbers in their unit, else its target in words, where that says in which direction it holds. */
function boundsOf({ target, atLeast, atMost, unit }: Metric): readonly Bound[] {
  const inWords = !atLeast && !atMost && target ? boundOf(target.value) : undefined;
  if (inWords) return [inWords];
  const of = unitOf(unit?.value ?? '');
  const bound = (side: Bound['side'], number: Located<string> | undefined): Bound[] =>
    number ? [{ side, limit: Number(number.value) * of.factor, isStrict: false, isBare: false, unit: of }] : [];
  return [...bound('least', atLeast), ...bound('most', atMost)];
}

/** The target in words, if the numbers beside it say something else. (6.2 b) */
export function contradictedTarget(metric: Metric): string | undefined {
  const { target, atLeast, atMost, unit } = metric;
  const words = target && boundOf(target.value);
  if (!target || !words || words.isBare || (!atLeast && !atMost)) return undefined;
  const limits = (number: Located<string> | undefined): number[] =>
    number ? inUnits(Number(number.value), words, unit) : [];
  const [same, other] = (words.side === 'least' ? [atLeast, atMost] : [atMost, atLeast]).map(limits) as [
    number[],
    number[],
  ];
  const isBeyond = (limit: number): boolean => (words.side === 'least' ? limit < words.limit : limit > words.limit);
  const differs = same.length > 0 && same.every(limit => Math.abs(limit - words.limit) > 1e-9);
  return differs || (other.length > 0 && other.every(isBeyond)) ? target.value : undefined;
}

/** A number in what the words count: of times without a unit, each that may be meant; nothing if the units are of other kinds. */
function inUnits(number: number, words: Bound, unit: Located<string> | undefined): number[] {
  const of = unit && unitOf(unit.value);
  if (of) return of.kind === words.unit.kind ? [number * of.factor] : [];
  if (words.unit.kind === 'percent') return [number, number * 100];
  return words.unit.kind === 'time'
    ? ['s', 'min', 'h', 'd', 'week'].map(name => number * unitOf(name).factor)
    : [number];
}

/** Whether a result in words meets its target, or a number a target in words; undefined where that is not certain. */
export function meetsWords(metric: Metric, { title, value }: Result): boolean | undefined {
  const quantity = value ? valueInUnit(metric, Number(value.value)) : measuredQuantity(title?.value ?? '');
  if (!quantity) return undefined;
  const period = periodOf(metric.measured);
  const within = boundsOf(metric).map(bound =>
    !!bound.per === !!quantity.per || bound.unit.kind === 'percent' || isPeriod(period, bound.per ?? quantity.per)
      ? isWithin(quantity, bound)
      : undefined,
  );
  if (within.includes(false)) return false;
  return within.length && !within.includes(undefined) ? true : undefined;
}

/** A number needs a unit to be held against words: that of the target may be another one. */
const valueInUnit = ({ unit }: Metric, number: number): Quantity | undefined => {
  const of = unit && unitOf(unit.value);
  return of && { value: number * of.factor, unit: of };
};

const lengths: Readonly<Record<string, readonly [count: number, unit: string]>> = {
  day: [1, 'days'],
  week: [1, 'weeks'],
  month: [1, 'months'],
  quarter: [3, 'months'],
  year: [12, 'months'],
};

/** Whether a metric is measured once in the period of a rate, or does not say how often. */
function isPeriod(period: Period | undefined, per: string | undefined): boolean {
  const [count, unit] = (per && lengths[per]) || [];
  if (!period || !unit) return !period;
  return period.count === count && (period.unit === unit || `${period.unit}s` === unit);
}
