/**
 * Targets as people write them, in English or German, where they say in which direction they hold: `at least 95 % of laptops`, `< 4 h`,
 * `15 minutes or less`, `höchstens 20 im Monat`, and `0` and `100 %`, which can hold in one only.
 */
import { isNumber, periodIn, plain, type Quantity, readQuantity, tokensOf, type Unit } from './quantity.ts';

export interface Bound {
  readonly side: 'least' | 'most';
  /** In percent, minutes, or as counted. */
  readonly limit: number;
  /** Whether the limit itself is outside. */
  readonly isStrict: boolean;
  /** Whether only the value aimed at is written, as in `0` or `100 %`. */
  readonly isBare: boolean;
  readonly unit: Unit;
  /** The period of a rate, such as `month` in `20 a month`. */
  readonly per?: string | undefined;
}

type Direction = Pick<Bound, 'side' | 'isStrict'>;

const least: Direction = { side: 'least', isStrict: false };
const most: Direction = { side: 'most', isStrict: false };

const all = (direction: Direction, ...phrases: string[]): [string, Direction][] =>
  phrases.map(phrase => [phrase, direction]);

const before = new Map<string, Direction>([
  ...all(least, '≥', '>=', 'at least', 'no less than', 'not less than', 'no fewer than', 'not below', 'no lower than'),
  ...all(least, 'min', 'minimum', 'minimum of', 'a minimum of', 'mindestens', 'mind', 'wenigstens', 'minimal'),
  ...all(least, 'nicht weniger als', 'nicht unter'),
  ...all({ side: 'least', isStrict: true }, '>', 'above', 'over', 'more than', 'greater than', 'higher than'),
  ...all({ side: 'least', isStrict: true }, 'über', 'mehr als', 'größer als', 'höher als'),
  ...all(most, '≤', '<=', 'at most', 'no more than', 'not more than', 'no longer than', 'not longer than', 'not above'),
  ...all(most, 'max', 'maximum', 'maximum of', 'a maximum of', 'not over', 'not to exceed', 'up to', 'höchstens'),
  ...all(most, 'maximal', 'nicht mehr als', 'nicht länger als', 'nicht über', 'bis zu', 'längstens'),
  ...all({ side: 'most', isStrict: true }, '<', 'below', 'under', 'less than', 'fewer than', 'lower than'),
  ...all({ side: 'most', isStrict: true }, 'shorter than', 'unter', 'weniger als', 'kleiner als', 'kürzer als'),
]);

/** Of times only. */
const beforeTime = new Map(all(most, 'within', 'in under', 'in less than', 'innerhalb von', 'binnen'));

const after = new Map<string, Direction>([
  ...all(least, 'or more', 'or above', 'or higher', 'or better', 'at least', 'minimum', 'oder mehr', 'oder höher'),
  ...all(most, 'or less', 'or fewer', 'or below', 'or lower', 'or shorter', 'or faster', 'at most', 'max', 'maximum'),
  ...all(most, 'oder weniger', 'oder kürzer', 'oder schneller', 'höchstens', 'maximal'),
  ...all(least, 'mindestens'),
]);

const ofWhat = new Set(['of', 'der', 'aller', 'von']);

/** The bound that a target states, and nothing else; undefined where it says more or less. */
export function boundOf(text: string): Bound | undefined {
  const tokens = tokensOf(text);
  const at = tokens.findIndex(isNumber);
  const read = at < 0 ? undefined : readQuantity(tokens.slice(at));
  if (!read) return undefined;
  const { value, unit } = read.quantity;
  const words = phrase(tokens.slice(0, at));
  const front = before.get(words) ?? (unit.kind === 'time' ? beforeTime.get(words) : undefined);
  if (words && !front) return undefined;
  // Of what a share is taken changes nothing.
  const rest = unit.kind === 'percent' && ofWhat.has(read.rest[0] ?? '') ? withoutWhole(read.rest) : read.rest;
  const back = front ? undefined : lastPhrase(rest);
  const per = periodIn(back ? rest.slice(0, -back.length) : rest);
  const direction = front ?? back?.direction ?? bareDirection(value, unit);
  if (per === undefined || !direction) return undefined;
  return { ...direction, limit: value, unit, per: per || undefined, isBare: !front && !back };
}

const phrase = (tokens: readonly string[]): string => tokens.map(plain).join(' ');

/** What a share is taken of may take a few words, but no other number. */
const withoutWhole = (rest: readonly string[]): readonly string[] =>
  rest.length <= 5 && rest.every(token => /^\p{L}/u.test(token)) ? [] : rest;

/** The direction that stands at the end. */
function lastPhrase(rest: readonly string[]): { readonly direction: Direction; readonly length: number } | undefined {
  for (const length of [2, 1]) {
    const direction = rest.length < length ? undefined : after.get(phrase(rest.slice(-length)));
    if (direction) return { direction, length };
  }
  return undefined;
}

/** The only values that are meant in one direction without a word for it. */
const bareDirection = (value: number, { kind }: Unit): Direction | undefined =>
  value === 0 ? most : value === 100 && kind === 'percent' ? least : undefined;

/** Whether a quantity is within a bound; undefined where they are not of one kind, or where rounding may decide. */
export function isWithin(quantity: Quantity, bound: Bound): boolean | undefined {
  const value = comparable(quantity, bound);
  if (value === undefined) return undefined;
  if (value === bound.limit) return bound.isStrict ? undefined : true;
  // A share that is computed may have been rounded.
  if (quantity.of !== undefined && bound.unit.kind === 'percent' && Math.abs(value - bound.limit) < 0.5)
    return undefined;
  return bound.side === 'least' ? value > bound.limit : value < bound.limit;
}

/** The number of a quantity in what a bound counts. */
function comparable({ value, unit, per, of }: Quantity, bound: Bound): number | undefined {
  if (per && bound.per && per !== bound.per && bound.unit.kind !== 'percent') return undefined;
  // `5 of 8` is a share where one is aimed at, else a number; where fewer are there than are asked for, it is another one.
  if (of !== undefined && bound.unit.kind === 'percent') return unit.word || !of ? undefined : (value / of) * 100;
  if (of !== undefined && bound.side === 'least' && of < bound.limit) return undefined;
  if (unit.kind === bound.unit.kind) return unit.kind !== 'count' || isSameThing(unit, bound.unit) ? value : undefined;
  // A number alone is in the unit of its target; one below 1 may be a share in itself.
  if (bound.unit.kind === 'percent' && value <= 1) return undefined;
  return unit.kind === 'count' && unit.word === '' && of === undefined ? value * bound.unit.factor : undefined;
}

/** `leak` and `leaks`, or no word for one of them. */
const isSameThing = (a: Unit, b: Unit): boolean => !a.word || !b.word || stem(a.word) === stem(b.word);

const stem = (word: string): string => word.replace(/(?:e[nr]?|e?s)$/, '');
