/** What the words of registers are in the language. */
import { withoutEnd } from '../../model/without-end.ts';
import type { SourceCell } from '../cells.ts';
import source from '../data/words.json';
import type { Mapping } from '../recognise/mapping.ts';
import { bracketsOf, comparable, comparableWhole, exactly } from '../recognise/normalise.ts';
import { type SignedText, signsOf } from './signs.ts';

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

/** What a cell says in the words of a list. */
export interface SaidWord {
  readonly word: string;
  /** Whether it says more, such as a date in brackets, so that the word alone is a guess. */
  readonly isGuess: boolean;
}

type Said = string | Pick<SourceCell, 'text' | 'isTicked' | 'mayBeCross'>;
type Lookup = (text: string) => string | undefined;

/** The word of the language; undefined for what no list knows, and for what is in doubt. */
export const wordOf = (list: WordList, said: Said, mapping: Pick<Mapping, 'words'>): string | undefined =>
  saidWord(list, said, mapping)?.word;

/** The same, and whether it is all that is said. The user's own words count first. */
export function saidWord(list: WordList, said: Said, { words }: Pick<Mapping, 'words'>): SaidWord | undefined {
  const { text, isTicked, mayBeCross } = typeof said === 'string' ? { text: said } : said;
  const own = words.get(list);
  const known = indexOf(list);
  const exact = own?.get(exactly(text));
  if (exact !== undefined) return { word: exact, isGuess: false };
  const lookup: Lookup = each => {
    const form = comparableWhole(each);
    return form === '' ? undefined : (own?.get(form) ?? known.get(form));
  };
  if (mayBeCross) return undefined;
  const signed = signsOf(text);
  const sign = verdictOf(signed.signs, isTicked);
  if (sign === 'doubt') return undefined;
  const isOdd = (word: string): boolean => signed.signs.has('other') && affirming.has(word);
  if (signed.words === '') {
    const word = sign && lookup(sign === 'yes' ? '✓' : '✗');
    return word === undefined ? undefined : { word, isGuess: isOdd(word) };
  }
  const found = inBrackets(signed.words, lookup);
  if (!found || (sign === 'yes' && denying.has(found.word)) || (sign === 'no' && !denying.has(found.word)))
    return undefined;
  return { word: found.word, isGuess: found.isGuess || isOdd(found.word) };
}

/** What an hourglass beside it calls into doubt; beside `partial` it is fitting. */
const affirming = new Set(['yes', 'implemented', 'done']);

/** What goes with a cross. */
const denying = new Set(['no', 'cancelled']);

/** What the signs of a cell say; a question, a box alone, and signs that disagree leave it in doubt. */
function verdictOf(signs: SignedText['signs'], isTicked: boolean | undefined): 'yes' | 'no' | 'doubt' | undefined {
  if (signs.has('question')) return 'doubt';
  const said = new Set<'yes' | 'no' | 'doubt'>();
  if (signs.has('tick')) said.add('yes');
  if (signs.has('cross')) said.add('no');
  if (signs.has('crossed')) said.add(isTicked ? 'yes' : 'doubt');
  if (signs.has('box')) said.add(isTicked === false ? 'no' : 'doubt');
  return said.size > 1 ? 'doubt' : [...said][0];
}

/** A word with something in brackets counts where that says the same, or nothing that takes it back. */
function inBrackets(text: string, lookup: Lookup): SaidWord | undefined {
  const whole = lookup(text);
  if (whole !== undefined) return { word: whole, isGuess: false };
  const { outside, inside } = bracketsOf(text);
  const word = lookup(outside);
  if (word === undefined) return undefined;
  const others = inside.filter(each => comparableWhole(each) !== '' && lookup(each) !== word);
  if (others.some(each => lookup(each) !== undefined || isPlaceholder(each) || takesBack(each, word))) return undefined;
  return { word, isGuess: others.length > 0 };
}

const hedges = source.hedges.map(comparableWhole);

/** The reasons for a no begin with such words: `no (no development)`. */
const reasons = new Set(['no', 'non', 'without', 'kein', 'keine', 'keinen', 'keiner', 'keines', 'ohne']);

/** Whether what stands in brackets denies, defers, limits or questions the word before it. */
function takesBack(text: string, word: string): boolean {
  const all = ` ${comparableWhole(text)} `;
  const share = /(?<!\d)(\d{1,9}(?:[.,]\d{1,9})?) ?%/.exec(text)?.[1];
  if (share !== undefined && share !== '100' && affirming.has(word)) return true;
  return hedges.some(hedge => all.includes(` ${hedge} `) && !(denying.has(word) && reasons.has(hedge)));
}

const undecided = new Set(source.undecided);

/** Whether a cell only says that there is nothing to say yet: `TBD`, `N.N.`, `?`, `./.`. */
export function isPlaceholder(text: string): boolean {
  if (undecided.has(text.toLowerCase()) || /^[\s,;.:/|…·–—_*?%-]+$/.test(text)) return true;
  const tidy = exactly(text)
    .replace(/ ?\. ?/g, '.')
    .replace(/^[[(<{]+/, '');
  const bare = withoutEnd(tidy, '])>}.?!…');
  return undecided.has(bare) || /^(?:n\/a|none|nil|not assigned|unassigned|x{2,})$/.test(bare);
}

const absent = new Set(source.notImplemented.map(comparableWhole));

/** Whether a status says that nothing is there, which is not the same as `planned`. */
export function isNotImplemented(text: string): boolean {
  const { signs, words } = signsOf(text);
  return absent.has(comparableWhole(signs.size === 1 && signs.has('cross') ? words : text));
}

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
