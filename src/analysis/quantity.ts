/**
 * Quantities as people write them, in English or German: `5 h 10`, `99.97 %`, `62 % (5 of 8)`, `3 of 38,880 attempts`. Only what is
 * certain is read; all else is undefined, so that nobody is told of a contradiction that is none.
 */

/** What a number counts: a share in percent, a time in minutes, or things with a word for them, which is empty where there is none. */
export interface Unit {
  readonly kind: 'percent' | 'time' | 'count';
  readonly word: string;
  /** How many percent, minutes or things one of them is. */
  readonly factor: number;
}

export interface Quantity {
  /** In percent, minutes, or as counted. */
  readonly value: number;
  readonly unit: Unit;
  /** The period of a rate, such as `month` in `20 a month`. */
  readonly per?: string | undefined;
  /** Of how many, as in `3 of 40`. */
  readonly of?: number | undefined;
}

/** Numbers, signs and words, in small letters. */
export const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/(?:working|business) days?/g, 'workdays')
    .match(/\d+(?:[.,'’]\d+)*|[<>]=?|[≤≥%()/:;,]|[^\s\d<>≤≥%()/:;,]+/g) ?? [];

export const isNumber = (token: string | undefined): token is string => token !== undefined && /^\d/.test(token);

const day = 24 * 60;

const minutes: ReadonlyMap<string, number> = new Map([
  ...named(1 / 60, 's sec secs second seconds sek sekunde sekunden'),
  ...named(1, 'min mins minute minutes minuten'),
  ...named(60, 'h hr hrs hour hours std stunde stunden'),
  ...named(day, 'd day days tag tage tagen'),
  ...named(7 * day, 'week weeks woche wochen'),
]);

const percents = new Set(['%', 'percent', 'pct', 'prozent']);

function named<T>(value: T, words: string): (readonly [string, T])[] {
  return words.split(' ').map(word => [word, value]);
}

/** A word without the point of its abbreviation. */
export const plain = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word);

/** The unit that a word or a key `unit:` stands for. */
export function unitOf(text: string): Unit {
  const word = plain(text.trim().toLowerCase());
  if (percents.has(word)) return { kind: 'percent', word: '%', factor: 1 };
  const factor = minutes.get(word);
  return factor ? { kind: 'time', word: 'min', factor } : { kind: 'count', word, factor: 1 };
}

/** A number as written; undefined where it could be a thousand or a fraction. */
export function numberOf(text: string, isShare = false): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const [whole = '', ...groups] = text.split(/[.,'’]/);
  const couldBeThousands = whole !== '0' && whole.length <= 3 && groups.every(({ length }) => length === 3);
  const hasComma = text.includes(',');
  if (/['’]/.test(text) || groups.length > 1) {
    const isMixed = new Set(text.replace(/\d/g, '')).size > 1;
    return couldBeThousands && !isMixed ? Number(whole + groups.join('')) : undefined;
  }
  if (!couldBeThousands || isShare) return Number(`${whole}.${groups[0]}`);
  return hasComma ? Number(whole + groups[0]) : undefined;
}

/** Words of what went well: of these it is not known which way they count. Others begin what is no unit. */
const noUnits = new Set(
  (
    'passed ok okay clean fixed met successful succeeded done closed complete completed compliant reached good ' +
    'bestanden erfolgreich erledigt behoben erfüllt sauber ' +
    'a an and at per each every in on of or out to until within without with if but not by ' +
    'pro je im in am an und oder von der bis mit ohne wenn nicht innerhalb max maximum minimum maximal höchstens mindestens'
  ).split(' '),
);

/** One word for what is counted, and no condition or verdict. */
const isThing = (token: string | undefined): token is string =>
  token !== undefined && /^[\p{L}°-]+$/u.test(token) && !noUnits.has(token);

interface Read {
  readonly quantity: Quantity;
  /** What follows it. */
  readonly rest: readonly string[];
}

/** The quantity that the tokens begin with. */
export function readQuantity(tokens: readonly string[]): Read | undefined {
  const [digits, word, third, fourth] = tokens;
  if (!isNumber(digits)) return undefined;
  if (word === ':' && isNumber(third)) return clockTime(Number(digits), Number(third), fourth, tokens.slice(4));
  const unit = word === undefined ? unitOf('') : unitOf(word);
  const isCount = unit.kind === 'count';
  const value = numberOf(digits, unit.kind === 'percent');
  if (value === undefined) return undefined;
  const first: Quantity = { value: value * unit.factor, unit: isCount && !isThing(word) ? unitOf('') : unit };
  const rest = tokens.slice(isCount && !isThing(word) ? 1 : 2);
  return unit.kind === 'time' && isNumber(rest[0]) ? secondPart(first, unit.factor, rest) : { quantity: first, rest };
}

const ofMinutes = (value: number, rest: readonly string[]): Read => ({
  quantity: { value, unit: unitOf('min') },
  rest,
});

/** `1:30 h` */
const clockTime = (hours: number, past: number, unit: string | undefined, rest: readonly string[]): Read | undefined =>
  unit !== undefined && minutes.get(plain(unit)) === 60 && past < 60 ? ofMinutes(hours * 60 + past, rest) : undefined;

/** `5 h 10`, `5 h 10 min`, `1 day 4 h`: after hours without a word come minutes, after minutes seconds. */
function secondPart(first: Quantity, large: number, [digits = '', word, ...rest]: readonly string[]): Read | undefined {
  const unit = word === undefined ? undefined : unitOf(word);
  const isGiven = unit?.kind === 'time';
  const factor = isGiven ? unit.factor : large <= 60 ? large / 60 : undefined;
  const count = numberOf(digits);
  if (!factor || count === undefined || factor >= large || count * factor >= large) return undefined;
  return ofMinutes(first.value + count * factor, isGiven || word === undefined ? rest : [word, ...rest]);
}

const periods: ReadonlyMap<string, string> = new Map([
  ...named('day', 'day tag'),
  ...named('week', 'week woche'),
  ...named('month', 'month monat'),
  ...named('quarter', 'quarter quartal'),
  ...named('year', 'year jahr'),
]);

const beforePeriod = new Set([
  'a',
  'an',
  'per',
  'each',
  'every',
  'in a',
  'in each',
  'pro',
  'je',
  'im',
  'in jedem',
  '/',
]);

/** The period of a rate, if that is all that is left; `''` if nothing is. */
export function periodIn(tokens: readonly string[]): string | undefined {
  if (!tokens.length) return '';
  const period = periods.get(tokens.at(-1) ?? '');
  return period && beforePeriod.has(tokens.slice(0, -1).join(' ')) ? period : undefined;
}

const betweenShares = new Set(['of', 'von', '/', 'out of']);

/** What is counted has no fractions of three digits. */
const counted = (digits: string): number => numberOf(digits) ?? Number(digits.replace(/\D/g, ''));

/** `3 of 40`, with one word at most for what they are. */
function readShare(tokens: readonly string[]): Read | undefined {
  const at = tokens.findIndex((token, index) => index > 0 && isNumber(token));
  const [part, all] = [tokens[0], tokens[at]];
  if (!isNumber(part) || !isNumber(all) || !betweenShares.has(tokens.slice(1, at).join(' '))) return undefined;
  const [value, of] = [part, all].map(counted) as [number, number];
  if (value > of) return undefined;
  const [word, ...rest] = tokens.slice(at + 1);
  if (word !== undefined && !isThing(word) && !beforePeriod.has(word)) return undefined;
  return isThing(word)
    ? { quantity: { value, of, unit: { kind: 'count', word, factor: 1 } }, rest }
    : { quantity: { value, of, unit: unitOf('') }, rest: tokens.slice(at + 1) };
}

/** A measured value, and nothing that could change it. What stands in brackets only says where the number comes from, unless it is another one. */
export function measuredQuantity(text: string): Quantity | undefined {
  const tokens = tokensOf(text);
  const open = tokens.indexOf('(');
  const inside = open < 0 ? [] : tokens.slice(open + 1, -1);
  const outside = open < 0 ? tokens : tokens.slice(0, open);
  if (open >= 0 && (tokens.at(-1) !== ')' || inside.some(token => token === '(' || token === ')'))) return undefined;
  if (inside.some(isNumber) && !(outside.some(token => percents.has(token)) && readShare(inside))) return undefined;
  const read = readShare(outside) ?? readQuantity(outside);
  const per = read && periodIn(read.rest);
  return read && per !== undefined ? { ...read.quantity, per: per || undefined } : undefined;
}
