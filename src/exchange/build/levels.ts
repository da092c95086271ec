/** The levels of risk: from a lookup sheet, a matrix, or the levels that risks have. */
import { saying } from '../../wording/wording.ts';
import type { Ledger } from '../ledger.ts';
import type { LookupBand } from '../recognise/bands.ts';
import type { Lookup } from '../recognise/lookups.ts';
import type { Mapping } from '../recognise/mapping.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { labelName } from '../values/names.ts';
import type { Axes, Level, Method, Scored } from './method-model.ts';
import { levelText, type Scale } from './scales.ts';
import { combine, type Formula } from './solve.ts';

export function levelsOf(
  base: Omit<Method, 'levels' | 'matrix'>,
  scored: readonly Scored[],
  lookups: readonly Lookup[],
  axes: Axes | undefined,
  mapping: Mapping,
  ledger: Ledger,
): Pick<Method, 'levels' | 'matrix'> {
  const given = lookups.find(lookup => lookup.type === 'levels');
  if (given?.type === 'levels') return { levels: given.bands.map(bandOf) };
  if (axes && base.likelihood && base.impact) return matrixLevels(axes, base);
  return { levels: observedLevels(base, scored, mapping, ledger) };
}

const bandOf = ({ label, from, to }: LookupBand, index: number, all: readonly LookupBand[]): Level => {
  const word = levelText(label).word ?? label;
  const next = all[index + 1]?.from;
  const before = all[index - 1]?.to;
  // `<5`, `5-9`, `>9`: the open ends are those of the neighbours, and of the scores that there are.
  const start = from ?? (before === undefined ? 1 : before + 1);
  const end = to ?? (next === undefined ? undefined : next - 1);
  return { label: labelName(word), word, from: start, ...(end !== undefined && { to: end }) };
};

/** A matrix that follows from bands of the score is written as bands, since scores then count. */
function matrixLevels(
  axes: Axes,
  { likelihood, impact, formula }: Omit<Method, 'levels' | 'matrix'>,
): Pick<Method, 'levels' | 'matrix'> {
  const ranges = new Map<string, { word: string; from: number; to: number }>();
  for (const [y, row] of axes.levels.entries())
    for (const [x, word] of row.entries()) {
      const score = combine[formula ?? 'product'](likelihood?.steps[y]?.value ?? 0, impact?.steps[x]?.value ?? 0);
      const range = ranges.get(comparableWhole(word));
      if (range) {
        range.from = Math.min(range.from, score);
        range.to = Math.max(range.to, score);
      } else ranges.set(comparableWhole(word), { word, from: score, to: score });
    }
  const bands = [...ranges.values()].sort((a, b) => a.from - b.from);
  if (bands.every((band, index) => index === 0 || band.from > (bands[index - 1]?.to ?? 0)))
    return { levels: closed(bands) };
  const order = axes.order.flatMap(word => ranges.get(word) ?? []);
  return {
    levels: order.map(({ word }) => ({ label: labelName(word), word })),
    matrix: axes.levels.map(row => row.map(labelName)),
  };
}

/** Bands that meet, where no score lies between them. All scores are known here. */
const closed = (bands: readonly { word: string; from: number; to: number }[]): Level[] =>
  bands.map(({ word, from, to }, index) => ({
    label: labelName(word),
    word,
    from,
    to: bands[index + 1] ? (bands[index + 1] as { from: number }).from - 1 : to,
  }));

/** The scores that each level has in the register. */
function observedLevels(
  { likelihood, impact, formula }: Omit<Method, 'levels' | 'matrix'>,
  scored: readonly Scored[],
  mapping: Mapping,
  ledger: Ledger,
): Level[] {
  const bands = new Map<string, { word: string; from: number; to: number }>();
  const words = new Set(scored.flatMap(({ level }) => level ?? []));
  if (!words.size) return [];
  for (const { likelihood: l, impact: i, score, level } of scored) {
    // A score that is printed counts, also where it is wrong: its level was given for it.
    const value = score ?? (l !== undefined && i !== undefined ? combine[formula ?? 'product'](l, i) : undefined);
    if (level === undefined || value === undefined) continue;
    const key = comparableWhole(level);
    const band = bands.get(key);
    bands.set(key, {
      word: band?.word ?? level,
      from: Math.min(band?.from ?? value, value),
      to: Math.max(band?.to ?? value, value),
    });
  }
  const order = mapping.scales.get('levels')?.map(comparableWhole);
  const sorted = [...bands.entries()]
    .sort(([a, x], [b, y]) => (order ? order.indexOf(a) - order.indexOf(b) : x.from - y.from))
    .map(([, band]) => band);
  const overlap = sorted.findIndex((band, index) => index > 0 && band.from <= (sorted[index - 1]?.to ?? 0));
  if (!sorted.length || overlap > 0) {
    const [a, b] = [sorted[overlap - 1]?.word, sorted[overlap]?.word];
    ledger.remark(
      'not understood',
      'levels-unknown',
      sorted.length
        ? saying(
            'The scores of “{0}” and “{1}” overlap, so that the levels do not follow from the score, and none are written. Import a table or matrix of the levels',
            a ?? '',
            b ?? '',
          )
        : saying(
            'Levels are printed, but no scores that they could be told from, so that none are written. Import a table or matrix of the levels',
          ),
    );
    return [];
  }
  const scores = attainable(likelihood, impact, formula);
  const open = scores.filter(score => !sorted.some(({ from, to }) => score >= from && score <= to));
  const levels = sorted.map(({ word, from, to }, index): Level => {
    const next = sorted[index + 1]?.from;
    const isClear = next !== undefined && !scores.some(score => score > to && score < next);
    return { label: labelName(word), word, from, to: isClear ? next - 1 : to };
  });
  const shown = levels.map(({ word, from, to }) => `${word} ${from}..${to}`).join(', ');
  ledger.remark(
    'guessed',
    'levels-observed',
    open.length
      ? saying(
          'The levels have the scores that the register shows: {0}. To which level {1} belong is not known',
          shown,
          open.join(', '),
        )
      : saying('The levels have the scores that the register shows: {0}', shown),
  );
  return levels;
}

export function attainable(
  likelihood: Scale | undefined,
  impact: Scale | undefined,
  formula: Formula = 'product',
): number[] {
  const scores = (likelihood?.steps ?? []).flatMap(({ value }) =>
    (impact?.steps ?? []).map(step => combine[formula](value, step.value)),
  );
  return [...new Set(scores)].sort((a, b) => a - b);
}

/** The level that the method gives for a score. */
export const levelOf = ({ levels }: Method, score: number): Level | undefined =>
  levels.find(({ from, to }) => from !== undefined && score >= from && score <= (to ?? Number.POSITIVE_INFINITY));
