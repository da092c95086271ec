/** Scales of likelihood, impact and asset values, from a lookup table, from what cells say, or from what the printed scores give. */
import { saying } from '../../wording/wording.ts';
import type { Ledger } from '../ledger.ts';
import { type LookupStep, numberedWord } from '../recognise/lookups.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { labelName } from '../values/names.ts';
import { usualScales } from '../values/words.ts';

export interface Step {
  readonly value: number;
  readonly label: string;
  readonly meaning?: string;
}

export interface Scale {
  /** From the lowest. */
  readonly steps: readonly Step[];
  /** The step that a cell means. */
  readonly stepOf: (text: string) => Step | undefined;
}

/** What a cell of a level says: a number, a word, or both. */
export interface LevelText {
  readonly value?: number;
  readonly word?: string;
}

/** `3 of 5` and `3/5` are 3; `1/10` may be once in ten years, `10.000` an amount, and `3?` is in doubt, so that they say nothing. */
export function levelText(text: string): LevelText {
  if (/[?？❓]/u.test(text)) return {};
  const share = /^(\d{1,3}) ?(?:of|out of|von|aus|\/) ?(\d{1,3})$/i.exec(text);
  if (share) {
    const [value, most] = [Number(share[1]), Number(share[2])];
    const isFraction = value === 1 && text.includes('/') && (most < 3 || most > 5);
    return value > most || isFraction ? {} : { value };
  }
  const both = numberedWord(text) ?? wordAndNumber(text);
  if (both) return unitWords.has(comparableWhole(both.word)) ? { value: both.value } : both;
  const number = /^(\d{1,4})(?:[.,]0{1,2})?$/.exec(text);
  if (number) return { value: Number(number[1]) };
  return /\p{L}/u.test(text) && text.length <= 40 ? { word: text } : {};
}

/** `High 4`. */
function wordAndNumber(text: string): { readonly value: number; readonly word: string } | undefined {
  const match = /^(\p{L}[\p{L} ]{2,}) (\d{1,3})$/u.exec(text);
  return match ? { value: Number(match[2]), word: (match[1] as string).trim() } : undefined;
}

/** What a number of a level is called, which is no name of the level. */
const unitWords = new Set(
  ['level', 'step', 'grade', 'class', 'category', 'rating', 'score', 'value', 'tier', 'points', 'pts'].concat([
    'stufe',
    'klasse',
    'kategorie',
    'wert',
    'punkte',
    'punkt',
  ]),
);

export interface ScaleInput {
  /** What messages call it. */
  readonly name: 'likelihood' | 'impact' | 'asset values';
  /** What the cells say, each once. */
  readonly texts: readonly string[];
  readonly lookup?: readonly LookupStep[];
  /** The user's words, the lowest first. */
  readonly order?: readonly string[];
  /** What scores give for words. */
  readonly solved?: ReadonlyMap<string, number>;
  /** The ends of the scale that the headings speak of, as in “Likelihood (1-5)”. */
  readonly lowest?: number;
  readonly highest?: number;
}

/** Undefined, and reported, where the order of the words is not known. */
export function buildScale(input: ScaleInput, ledger: Ledger): Scale | undefined {
  const { lookup, order } = input;
  if (lookup?.length) return scaleOf(lookup.map(step => ({ ...step, word: step.label })));
  if (order?.length) return scaleOf(order.map((word, index) => ({ value: index + 1, word })));
  const texts = levelsAmong(input.texts);
  if (texts.length === input.texts.length) return scaleOfTexts(input, ledger);
  tellAmounts(input, texts, ledger);
  const scale = texts.length ? scaleOfTexts({ ...input, texts }, ledger) : undefined;
  const amounts = new Set(input.texts.filter(text => !texts.includes(text)));
  return scale && { ...scale, stepOf: text => (amounts.has(text) ? undefined : scale.stepOf(text)) };
}

function scaleOfTexts(input: ScaleInput, ledger: Ledger): Scale | undefined {
  const { name, texts } = input;
  const read = texts.map(levelText);
  const pairs = pairsOf(read, name, ledger);
  const values = [
    ...new Set(read.flatMap(({ value, word }) => (value !== undefined && word === undefined ? value : []))),
  ];
  const words = [
    ...new Set(
      read.flatMap(({ value, word }) => (word !== undefined && value === undefined ? comparableWhole(word) : [])),
    ),
  ];
  if (!pairs.size && words.length) return wordScale(input, words, values, read, ledger);
  if (!pairs.size && !values.length) return undefined;
  return numberScale(input, pairs, values, ledger);
}

/** Without amounts: `1 in 10 years`, `50 TEUR`, and a unit that stands behind several numbers, as in `4 shops` and `9 shops`. */
function levelsAmong(texts: readonly string[]): string[] {
  const numbers = new Map<string, Set<number>>();
  for (const text of texts) {
    const unit = unitOf(text);
    const { value } = levelText(text);
    if (unit !== undefined && value !== undefined) numbers.set(unit, (numbers.get(unit) ?? new Set()).add(value));
  }
  const isUnit = (text: string): boolean => (numbers.get(unitOf(text) ?? '')?.size ?? 0) > 1;
  return texts.filter(text => !isUnit(text) && !isAmount(text));
}

/** What stands behind a number with nothing but a blank between, and is no word for a step. */
function unitOf(text: string): string | undefined {
  const word = /^\d{1,3} (\p{L}.*)$/u.exec(text)?.[1];
  return word === undefined || unitWords.has(comparableWhole(word)) ? undefined : comparableWhole(word);
}

/** A number of something, which is no step. */
const isAmount = (text: string): boolean => {
  const { value, word } = levelText(text);
  return value === undefined && word !== undefined && /^[<>≤≥~≈]? ?\d/.test(text);
};

function tellAmounts({ name, texts }: ScaleInput, levels: readonly string[], ledger: Ledger): void {
  ledger.remark(
    'not understood',
    'amounts',
    saying(
      'Amounts are no steps of the scale of {0} ({1}): they are kept in notes. Import a table of the scale, or say it with "scales" in the mapping',
      saying(name),
      texts.filter(text => !levels.includes(text)).join(', '),
    ),
  );
}

interface RawStep {
  readonly value: number;
  readonly word: string;
  readonly meaning?: string;
}

function scaleOf(raw: readonly RawStep[]): Scale {
  const taken = new Set<string>();
  const found = [...raw]
    .sort((a, b) => a.value - b.value)
    .map(({ value, word, meaning }) => {
      let label = labelName(word);
      if (taken.has(label)) label = `${label}-${value}`;
      taken.add(label);
      const shown = meaning ?? (word === label ? undefined : word);
      return { value, word, step: { value, label, ...(shown !== undefined && { meaning: shown }) } };
    });
  const byWord = new Map(
    found.flatMap(
      ({ word, step }) =>
        [
          [comparableWhole(word), step],
          [comparableWhole(step.label), step],
        ] as const,
    ),
  );
  const byValue = new Map(found.map(({ value, step }) => [value, step]));
  return {
    steps: found.map(({ step }) => step),
    stepOf: text => {
      const { value, word } = levelText(text);
      const named = word === undefined ? undefined : byWord.get(comparableWhole(word));
      const numbered = value === undefined ? undefined : byValue.get(value);
      // A number and a word that disagree mean nothing.
      if (named && numbered && named !== numbered) return undefined;
      return named ?? (word === undefined || !byWord.size || !named ? numbered : undefined);
    },
  };
}

function pairsOf(read: readonly LevelText[], name: ScaleInput['name'], ledger: Ledger): Map<number, string> {
  const pairs = new Map<number, string>();
  for (const { value, word } of read) {
    if (value === undefined || word === undefined) continue;
    const before = pairs.get(value);
    if (before === undefined) pairs.set(value, word);
    else if (comparableWhole(before) !== comparableWhole(word))
      ledger.remark(
        'contradiction',
        'scale-word',
        saying(
          '{0} on the scale of {1} is called both “{2}” and “{3}”; the first counts',
          value,
          saying(name),
          before,
          word,
        ),
      );
  }
  return pairs;
}

function numberScale(
  { name, lowest = 0, highest }: ScaleInput,
  pairs: ReadonlyMap<number, string>,
  values: readonly number[],
  ledger: Ledger,
): Scale | undefined {
  const all = [...new Set([...pairs.keys(), ...values])]
    // Beyond the ends that the headings have, there are no steps.
    .filter(value => highest === undefined || (value >= lowest && value <= highest))
    .sort((a, b) => a - b);
  const most = Math.max(all.at(-1) ?? 1, highest ?? 0);
  const least = Math.min(all[0] ?? 1, highest === undefined ? 1 : lowest);
  // Numbers beyond any scale, such as amounts, are only those that occur.
  const steps = most <= 12 ? Array.from({ length: most - least + 1 }, (_, index) => least + index) : all;
  if (!steps.length) return undefined;
  const unnamed = steps.filter(value => !pairs.has(value));
  if (unnamed.length === steps.length)
    ledger.remark(
      'guessed',
      'scale-without-words',
      saying(
        highest === undefined
          ? 'The scale of {0} has numbers and no words: its steps are called step-{1} to step-{2}, and the highest that occurs is taken for the highest there is. Rename them, or import with a table that names them'
          : 'The scale of {0} has numbers and no words: its steps are called step-{1} to step-{2}. Rename them, or import with a table that names them',
        saying(name),
        steps[0] ?? '',
        steps.at(-1) ?? '',
      ),
    );
  else if (unnamed.length)
    ledger.remark(
      'guessed',
      'step-without-word',
      saying(
        'The scale of {0} has no word for {1}: called step-{2}',
        saying(name),
        unnamed.join(', '),
        unnamed.join(', step-'),
      ),
    );
  return scaleOf(steps.map(value => ({ value, word: pairs.get(value) ?? `step-${value}` })));
}

function wordScale(
  { name, solved }: ScaleInput,
  words: readonly string[],
  values: readonly number[],
  read: readonly LevelText[],
  ledger: Ledger,
): Scale | undefined {
  const shown = (word: string): string =>
    read.find(each => each.word !== undefined && comparableWhole(each.word) === word)?.word ?? word;
  if (solved && words.every(word => solved.has(word))) {
    ledger.remark(
      'guessed',
      'scale-from-scores',
      saying(
        'The numbers of the scale of {0} are those that give the printed scores; words that no risk uses are missing',
        saying(name),
      ),
    );
    return scaleOf(words.map(word => ({ value: solved.get(word) as number, word: shown(word) })));
  }
  const usual = usualOrder(words);
  if (!usual) {
    ledger.remark(
      'not understood',
      'scale-unknown',
      saying(
        'The order of the words of {0} is not known ({1}), so that no scale is written and levels are kept in notes. Say it with "scales" in the mapping, or import a table with the scale',
        saying(name),
        words.map(shown).join(', '),
      ),
    );
    return undefined;
  }
  // With numbers beside words the whole usual scale is meant; else only what occurs is known.
  const steps = values.length ? usual.all : usual.used;
  ledger.remark(
    'guessed',
    'scale-usual',
    saying(
      'The words of {0} are put in their usual order, with the numbers that they have there ({1})',
      saying(name),
      steps.map(word => `${usual.all.indexOf(word) + 1} ${shown(word)}`).join(', '),
    ),
  );
  return scaleOf(steps.map(word => ({ value: usual.all.indexOf(word) + 1, word: shown(word) })));
}

/** The shortest usual scale that has all words. */
export function usualOrder(
  words: readonly string[],
): { readonly used: readonly string[]; readonly all: readonly string[] } | undefined {
  const [best] = usualScales
    .filter(scale => words.every(word => scale.includes(word)))
    .sort((a, b) => a.length - b.length);
  return best && { used: best.filter(word => words.includes(word)), all: best };
}
