/** What the words of registers are in the language. */
import source from '../data/words.json';
import type { Mapping } from '../recognise/mapping.ts';
import { comparable, comparableWhole } from '../recognise/normalise.ts';

export type WordList =
  | 'decided'
  | 'controlStatus'
  | 'treatment'
  | 'actionStatus'
  | 'yesNo'
  | 'assetType'
  | 'property'
  | 'exclusionGround'
  | 'requirementKind';

const indexes = new Map<WordList, ReadonlyMap<string, string>>();

function indexOf(list: WordList): ReadonlyMap<string, string> {
  let index = indexes.get(list);
  if (!index) {
    const entries = Object.entries(source[list] as Readonly<Record<string, readonly string[]>>);
    index = new Map(
      entries.flatMap(([word, said]) => [word, ...said].map(text => [comparableWhole(text), word] as const)),
    );
    indexes.set(list, index);
  }
  return index;
}

/** The word of the language; undefined for what no list knows. The user's own words count first. */
export function wordOf(list: WordList, text: string, { words }: Pick<Mapping, 'words'>): string | undefined {
  const own = words.get(list);
  const known = indexOf(list);
  const forms = [comparableWhole(text), withoutSigns(comparableWhole(text)), comparable(text)];
  for (const form of forms) {
    const word = form === '' ? undefined : (own?.get(form) ?? known.get(form));
    if (word !== undefined) return word;
  }
  return undefined;
}

const withoutSigns = (text: string): string =>
  text
    .split(/[✓✔☑✅✗✘☒❌ ]+/u)
    .filter(Boolean)
    .join(' ');

const undecided = new Set(source.undecided.map(text => text.toLowerCase()));

/** Whether a cell only says that there is nothing to say yet: `TBD`, `?`, `-`. */
export const isPlaceholder = (text: string): boolean =>
  undecided.has(text.toLowerCase()) || /^(?:n\/a|none|keine?|nil|not assigned|unassigned|-+)$/i.test(text);

const absent = new Set(source.notImplemented.map(comparableWhole));

/** Whether a status says that nothing is there, which is not the same as `planned`. */
export const isNotImplemented = (text: string): boolean => absent.has(comparableWhole(text));

/** Usual scales, each from its lowest word. */
export const usualScales: readonly (readonly string[])[] = source.scales.map(scale => scale.map(comparableWhole));

const roleWords = new Set(source.roles.map(comparableWhole));

/** Whether a name is that of a role or a team, not of a person. */
export function isRoleName(text: string): boolean {
  const words = comparableWhole(text).split(' ');
  return words.length < 2 || words.length > 4 || words.some(word => roleWords.has(word)) || /\d|\/|&/.test(text);
}

/** `every 12 months` for `annually`, `yearly`, `12 Monate`, `every 2 years`; undefined for anything else. */
export function periodOf(text: string): string | undefined {
  const word = comparable(text);
  const fixed = periods.get(word);
  if (fixed) return `every ${fixed} months`;
  const match =
    /^(?:every|alle|each)? ?(\d{1,3}) (month|months|monat|monate|monaten|year|years|jahr|jahre|jahren|week|weeks|wochen|day|days|tage)$/.exec(
      word,
    );
  if (!match) return undefined;
  const unit = (match[2] as string)
    .replace(/^monat.*/, 'months')
    .replace(/^jahr.*/, 'years')
    .replace(/^woche.*/, 'weeks')
    .replace(/^tag.*/, 'days');
  return `every ${match[1]} ${unit.endsWith('s') ? unit : `${unit}s`}`;
}

const periods: ReadonlyMap<string, number> = new Map([
  ...['annually', 'annual', 'yearly', 'once a year', 'every year', 'jährlich', 'p a'].map(word => [word, 12] as const),
  ...['quarterly', 'quartalsweise', 'vierteljährlich', 'every quarter'].map(word => [word, 3] as const),
  ...['monthly', 'monatlich', 'every month'].map(word => [word, 1] as const),
  ...['semi annually', 'semi annual', 'half yearly', 'halbjährlich', 'biannually', 'twice a year'].map(
    word => [word, 6] as const,
  ),
  ...['biennial', 'biennially', 'every two years', 'zweijährlich', 'alle zwei jahre'].map(word => [word, 24] as const),
]);
