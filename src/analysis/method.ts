/** The declared method of risk assessment as plain data, and the levels that follow from it. (6.1.2 a) */
import type { IsoDate } from '../model/dates.ts';
import type { Declarations, Located } from '../model/declaration.ts';
import { dictionary } from '../model/dictionary.ts';
import { projection, query } from '../model/view.ts';
import { dateOf, periodOf } from './deadline.ts';

export interface ScaleStep {
  readonly label: string;
  readonly value: number;
}

export interface Level {
  readonly label: string;
  /** 0 for the lowest. */
  readonly rank: number;
  /** The scores it takes in; absent where a matrix names the levels. */
  readonly from?: number;
  readonly to?: number;
}

export interface RiskMethod {
  readonly title: string;
  readonly likelihood: readonly ScaleStep[];
  readonly impact: readonly ScaleStep[];
  /** Scales of their own for single properties. */
  readonly impactByProperty: Readonly<Record<string, readonly ScaleStep[]>>;
  readonly values: readonly ScaleStep[];
  readonly levels: readonly Level[];
  /** Which levels a risk states by itself: those without its treatment, or those of today. */
  readonly assesses: 'inherent' | 'current';
  readonly formula: 'product' | 'sum' | 'maximum';
  /** Level labels by likelihood, in the order of the impact scale. */
  readonly matrix: Readonly<Record<string, readonly string[]>> | undefined;
  readonly appetite: string | undefined;
}

/** A risk's standing: the score (likelihood and impact combined) and the level it falls in. */
export interface Evaluation {
  readonly score: number;
  readonly level: Level | undefined;
}

/** The values of assets where the method has no scale for them. */
export const usualValues: readonly ScaleStep[] = [
  { label: 'low', value: 1 },
  { label: 'medium', value: 2 },
  { label: 'high', value: 3 },
];

type StepLike = { readonly value?: Located<number>; readonly label?: Located<string> };

const stepsOf = (scales: readonly { readonly steps: readonly StepLike[] }[]): ScaleStep[] =>
  scales.flatMap(scale =>
    scale.steps.flatMap(({ value, label }) => (value && label ? [{ label: label.value, value: value.value }] : [])),
  );

/** Reads a method declaration. What is missing in it is empty. */
export function readMethod(method: Declarations['Method']): RiskMethod {
  const common = method.impact.filter(scale => !scale.property);
  const byProperty = dictionary<readonly ScaleStep[]>();
  for (const scale of method.impact) if (scale.property) byProperty[scale.property.value] = stepsOf([scale]);
  const rows = method.matrix.flatMap(matrix => matrix.rows);
  const bands = method.levels.flatMap(levels => levels.bands);
  return {
    title: method.title?.value ?? '',
    likelihood: stepsOf(method.likelihood),
    impact: stepsOf(common),
    impactByProperty: byProperty,
    values: method.values.length ? stepsOf(method.values) : usualValues,
    levels: bands.flatMap((band, rank) =>
      band.label ? [{ label: band.label.value, rank, from: band.from?.value, to: (band.to ?? band.from)?.value }] : [],
    ),
    assesses: method.assessed?.value === 'current' ? 'current' : 'inherent',
    formula: method.formula?.value === 'sum' || method.formula?.value === 'maximum' ? method.formula.value : 'product',
    matrix: rows.length
      ? // Of two rows for one likelihood, which is told, the first counts.
        dictionary([...rows].reverse().map(row => [row.likelihood?.value ?? '', row.cells.map(cell => cell.value)]))
      : undefined,
    appetite: method.appetite?.value,
  };
}

/** The method of the ISMS: the first that is declared. */
export const riskMethod = query('riskMethod', view => {
  const [method] = view.all('Method');
  return method && readMethod({ ...method, title: undefined });
});

/** How often risks are assessed again, unless they say otherwise. (8.2) */
export const methodReview = query('methodReview', view => periodOf(view.all('Method')[0]?.review));

/** Whether a method is declared at all. */
export const hasMethod = query('hasMethod', view => view.count('Method') > 0);

/** Whether any risk leaves it to the method how often it is assessed again. */
export const unreviewedRisks = query('unreviewedRisks', view => view.collect(withoutReview).length > 0);

const withoutReview = projection('withoutReview', 'Risk', risk => (risk.review ? undefined : true));

/** When each risk was last assessed, in the order of the ISMS; risks without a date are left out. */
export const assessmentDates = projection(
  'assessmentDates',
  'Risk',
  ({ names: [name], ...risk }): { risk: string; assessed: IsoDate } | undefined => {
    const assessed = dateOf(risk.assessed);
    return assessed && name ? { risk: name.value, assessed } : undefined;
  },
);

/** When risks were accepted. (6.1.3 f) */
export const acceptanceDates = projection('acceptanceDates', 'Risk', ({ accepted }): IsoDate | undefined =>
  dateOf(accepted?.on),
);

/** The scale on which an impact stated for a property (or for none) is to be read. */
export const impactScale = (method: RiskMethod, property: string | undefined): readonly ScaleStep[] =>
  (property && method.impactByProperty[property]) || method.impact;

/** The step of a scale that a word names, or the number of the step. */
export const stepOf = (scale: readonly ScaleStep[], label: string | undefined): ScaleStep | undefined =>
  scale.find(step => step.label === label) ??
  (label !== undefined && isNumber.test(label) ? scale.find(step => step.value === Number(label)) : undefined);

const isNumber = /^\d+$/;

/** An impact as it is stated: for a property or dimension of its own, or for all. */
export interface StatedImpact {
  readonly property?: Located<string> | undefined;
  readonly level?: Located<string> | undefined;
}

export const levelOf = (method: RiskMethod, label: string | undefined): Level | undefined =>
  method.levels.find(level => level.label === label);

/**
 * The standing that follows from a likelihood and one or several impacts, the gravest of which counts.
 * Undefined if a word is not on its scale or something is missing. Scores are in points of the method's formula.
 */
export function evaluate(
  method: RiskMethod,
  likelihood: Located<string> | undefined,
  impacts: readonly StatedImpact[],
): Evaluation | undefined {
  const chance = stepOf(method.likelihood, likelihood?.value);
  if (!chance || !impacts.length) return undefined;
  let worst: Evaluation | undefined;
  for (const impact of impacts) {
    const scale = impactScale(method, impact.property?.value);
    const step = stepOf(scale, impact.level?.value);
    if (!step) return undefined;
    const one = combine(method, chance, step, scale.indexOf(step));
    if (!worst || compareEvaluations(one, worst) > 0) worst = one;
  }
  return worst;
}

/** The standing of a step of the likelihood scale and a step of an impact scale, which is at that index of its scale. */
export function combine(method: RiskMethod, chance: ScaleStep, impact: ScaleStep, impactIndex: number): Evaluation {
  const score =
    method.formula === 'sum'
      ? chance.value + impact.value
      : method.formula === 'maximum'
        ? Math.max(chance.value, impact.value)
        : chance.value * impact.value;
  const level = method.matrix
    ? levelOf(method, method.matrix[chance.label]?.[impactIndex])
    : method.levels.find(({ from, to }) => from !== undefined && score >= from && score <= (to ?? from));
  return { score, level };
}

/** Negative if the first is the lower one. Levels decide, then scores; where a level is missing, the scores alone. */
export const compareEvaluations = (a: Evaluation, b: Evaluation): number =>
  (a.level && b.level ? a.level.rank - b.level.rank : 0) || a.score - b.score;

/**
 * Whether the first standing is graver than the second; false where either is unknown. A matrix knows levels only, so that two
 * of its cells with the same level are equally grave.
 */
export function isGraver(method: RiskMethod, a: Evaluation | undefined, b: Evaluation | undefined): boolean {
  if (!a || !b) return false;
  if (method.matrix) return !!a.level && !!b.level && a.level.rank > b.level.rank;
  return compareEvaluations(a, b) > 0;
}

/** Whether a level is above the appetite; false where either is unknown. */
export function exceedsAppetite(method: RiskMethod, evaluation: Evaluation | undefined): boolean {
  const limit = levelOf(method, method.appetite);
  return !!limit && !!evaluation?.level && evaluation.level.rank > limit.rank;
}

/** All scores that the scales and the formula can yield, in ascending order. */
export function possibleScores(method: RiskMethod): number[] {
  const scales = [method.impact, ...Object.values(method.impactByProperty)];
  const scores = new Set<number>();
  for (const chance of method.likelihood) {
    for (const scale of scales) {
      for (const [index, step] of scale.entries()) scores.add(combine(method, chance, step, index).score);
    }
  }
  return [...scores].sort((a, b) => a - b);
}

/** The scales on which impacts are stated, each with the property that it is for; the common one first. */
export function impactScales(
  method: RiskMethod,
): { readonly property?: string; readonly steps: readonly ScaleStep[] }[] {
  const own = Object.entries(method.impactByProperty).map(([property, steps]) => ({ property, steps }));
  return method.impact.length ? [{ steps: method.impact }, ...own] : own;
}

/** The parts without which no level follows from a likelihood and an impact; empty if none is missing. (6.1.2 a, e) */
export function missingParts(method: RiskMethod): ('likelihood' | 'impact' | 'levels')[] {
  const missing: ('likelihood' | 'impact' | 'levels')[] = [];
  if (!method.likelihood.length) missing.push('likelihood');
  if (!impactScales(method).some(({ steps }) => steps.length)) missing.push('impact');
  if (!method.levels.length) missing.push('levels');
  return missing;
}

/** The labels of the levels that some likelihood and impact lead to. */
export function reachedLevels(method: RiskMethod): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const chance of method.likelihood) {
    for (const { steps } of impactScales(method)) {
      for (const [index, step] of steps.entries()) {
        const { level } = combine(method, chance, step, index);
        if (level) reached.add(level.label);
      }
    }
  }
  return reached;
}

/** Whether scales and levels ascend and no word stands twice, so that one standing can be told to be higher than another. */
function isOrdered(method: RiskMethod): boolean {
  const ascend = (numbers: readonly (number | undefined)[]): boolean =>
    numbers.every((number, index) => index === 0 || number === undefined || number > (numbers[index - 1] ?? -1));
  const differ = (words: readonly { readonly label: string }[]): boolean =>
    new Set(words.map(({ label }) => label)).size === words.length;
  const scales = [method.likelihood, ...impactScales(method).map(({ steps }) => steps)];
  return (
    scales.every(steps => ascend(steps.map(({ value }) => value)) && differ(steps)) &&
    differ(method.levels) &&
    (method.matrix ? !fallsThroughout(method) : ascend(method.levels.map(({ from }) => from)))
  );
}

/** Whether a matrix falls in several places and rises in none: its levels are listed from the highest to the lowest. */
export function fallsThroughout(method: RiskMethod): boolean {
  const { matrix, likelihood } = method;
  if (!matrix) return false;
  const ranks = likelihood.map(({ label }) =>
    (matrix[label] ?? []).map(cell => levelOf(method, cell)?.rank ?? Number.NaN),
  );
  let falls = 0;
  for (const [r, row] of ranks.entries()) {
    for (const [c, rank] of row.entries()) {
      for (const lower of [row[c - 1], ranks[r - 1]?.[c]]) {
        if (lower === undefined) continue;
        if (rank > lower) return false;
        if (rank < lower) falls++;
      }
    }
  }
  return falls > 1;
}

/** The method, if it is fit to compare risks by: else its own faults are to be mended first. */
export const comparingMethod = query('comparingMethod', view => {
  const method = view.get(riskMethod);
  return method && isOrdered(method) ? method : undefined;
});
