/** The declared method of risk assessment as plain data, and the levels that follow from it. (6.1.2 a) */
import type { Declarations, ImpactValue, Located } from '../model/declaration.ts';
import { query } from '../model/view.ts';

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

const defaultValues: readonly ScaleStep[] = [
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
  const byProperty: Record<string, readonly ScaleStep[]> = {};
  for (const scale of method.impact) if (scale.property) byProperty[scale.property.value] = stepsOf([scale]);
  const rows = method.matrix.flatMap(matrix => matrix.rows);
  const bands = method.levels.flatMap(levels => levels.bands);
  return {
    title: method.title?.value ?? '',
    likelihood: stepsOf(method.likelihood),
    impact: stepsOf(common),
    impactByProperty: byProperty,
    values: method.values.length ? stepsOf(method.values) : defaultValues,
    levels: bands.flatMap((band, rank) =>
      band.label ? [{ label: band.label.value, rank, from: band.from?.value, to: (band.to ?? band.from)?.value }] : [],
    ),
    formula: method.formula?.value === 'sum' || method.formula?.value === 'maximum' ? method.formula.value : 'product',
    matrix: rows.length
      ? Object.fromEntries(rows.map(row => [row.likelihood?.value ?? '', row.cells.map(cell => cell.value)]))
      : undefined,
    appetite: method.appetite?.value,
  };
}

/** The method of the ISMS: the first that is declared. */
export const riskMethod = query('riskMethod', view => {
  const [method] = view.all('Method');
  return method && readMethod({ ...method, title: undefined });
});

/** The scale on which an impact stated for a property (or for none) is to be read. */
export const impactScale = (method: RiskMethod, property: string | undefined): readonly ScaleStep[] =>
  (property && method.impactByProperty[property]) || method.impact;

export const stepOf = (scale: readonly ScaleStep[], label: string | undefined): ScaleStep | undefined =>
  scale.find(step => step.label === label);

export const levelOf = (method: RiskMethod, label: string | undefined): Level | undefined =>
  method.levels.find(level => level.label === label);

/**
 * The standing that follows from a likelihood and one or several impacts, the gravest of which counts.
 * Undefined if a word is not on its scale or something is missing. Scores are in points of the method's formula.
 */
export function evaluate(
  method: RiskMethod,
  likelihood: Located<string> | undefined,
  impacts: readonly ImpactValue[],
): Evaluation | undefined {
  const chance = stepOf(method.likelihood, likelihood?.value);
  if (!chance || !impacts.length) return undefined;
  let worst: Evaluation | undefined;
  for (const impact of impacts) {
    const scale = impactScale(method, impact.property?.value);
    const index = scale.findIndex(step => step.label === impact.level?.value);
    const step = scale[index];
    if (!step) return undefined;
    const one = combine(method, chance, step, index);
    if (!worst || compareEvaluations(one, worst) > 0) worst = one;
  }
  return worst;
}

function combine(method: RiskMethod, chance: ScaleStep, impact: ScaleStep, impactIndex: number): Evaluation {
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

/** Negative if the first is the lower one. Levels decide, then scores. */
export const compareEvaluations = (a: Evaluation, b: Evaluation): number =>
  (a.level?.rank ?? -1) - (b.level?.rank ?? -1) || a.score - b.score;

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
    for (const scale of scales) scale.forEach((step, index) => scores.add(combine(method, chance, step, index).score));
  }
  return [...scores].sort((a, b) => a - b);
}
