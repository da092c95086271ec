/**
 * The risks with all that is decided about them: what a risk register and a risk treatment plan say. (6.1.2, 6.1.3, 8.2, 8.3)
 * A function and no query, since it holds prose: it is built when somebody wants to read it.
 */
import { compareNaturally } from '../catalogues/natural-order.ts';
import type { IsoDate } from '../model/dates.ts';
import type { Action, Ref, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { isOpen, isOverdue } from './action.ts';
import { moneyText, periodText } from './amounts.ts';
import { type NamedEvidence, namedEvidence } from './evidence.ts';
import {
  combine,
  compareEvaluations,
  type Evaluation,
  evaluate,
  exceedsAppetite,
  impactScale,
  type RiskMethod,
  riskMethod,
  stepOf,
} from './method.ts';
import { type Named, type NamedApproval, named, namedApproval, refer, textOf } from './named.ts';
import { nextAssessment } from './next-dates.ts';
import { type Particulars, particularsOf } from './particulars.ts';
import { levelsByStage, type StageLevels } from './risk.ts';

export interface StatedImpact {
  /** The property of information that it is stated for; absent where it is for all. */
  readonly property?: string;
  readonly level: string;
}

/** Where a risk stands at a stage: the words as stated, and what follows from them by the method. */
export interface Standing {
  readonly likelihood?: string;
  readonly impact: readonly StatedImpact[];
  /** In points of the method's formula; absent where a matrix names the levels, or nothing follows. */
  readonly score?: number;
  readonly level?: string;
  /** Score and level as the register states them beside what is computed. */
  readonly statedScore?: number;
  readonly statedLevel?: string;
  /** Absent where it cannot be told. */
  readonly isAboveAppetite?: boolean;
}

export interface ActionLine {
  readonly id?: string;
  readonly title: string;
  readonly owner?: Named;
  readonly due?: string;
  readonly completed?: string;
  /** `done` where a date of completion is stated; `open` where nothing is. */
  readonly status: string;
  readonly isOverdue: boolean;
  readonly controls: readonly Named[];
  readonly more: Particulars;
}

export interface RiskLine {
  readonly id: string;
  readonly title?: string;
  readonly scenario?: string;
  readonly assets: readonly Named[];
  readonly threats: readonly Named[];
  readonly vulnerabilities: readonly Named[];
  readonly affects: readonly string[];
  readonly owner?: Named;
  /** Before treatment, today, and when the treatment is complete; absent where nothing is stated. */
  readonly inherent?: Standing;
  readonly current?: Standing;
  readonly residual?: Standing;
  readonly assessed?: string;
  /** How often it is assessed again, where it says so itself. */
  readonly review?: string;
  /** The day by which it is to be assessed again. */
  readonly nextReview?: IsoDate;
  readonly treatment: readonly string[];
  readonly controls: readonly Named[];
  /** With whom it is shared. */
  readonly counterparties: readonly Named[];
  readonly accepted?: NamedApproval;
  readonly actions: readonly ActionLine[];
  /** Who watches it between two assessments, how often, and when last. (8.2, 9.1) */
  readonly monitor?: Named;
  /** In words, such as `6 months`. */
  readonly monitored?: string;
  readonly checked?: string;
  readonly evidence: readonly NamedEvidence[];
  /** What it is expected to cost, as stated: each time, how often a year, a year. */
  readonly singleLoss?: string;
  readonly annualRate?: number;
  readonly annualLoss?: string;
  readonly more: Particulars;
}

/** All risks in natural order. */
export const riskLines = (view: IsmsView): RiskLine[] =>
  view
    .all('Risk')
    .filter(({ names }) => names.length > 0)
    .map(risk => riskLine(view, risk))
    .sort((a, b) => compareNaturally(a.id, b.id));

function riskLine(view: IsmsView, risk: Risk): RiskLine {
  const method = view.get(riskMethod);
  const { inherent, current, residual } = levelsByStage(risk, method);
  const isCurrent = method?.assesses === 'current';
  const all = (refs: readonly Ref[]): Named[] => refs.map(ref => refer(view, ref));
  return {
    ...named(risk, risk.names[0]?.value ?? ''),
    scenario: textOf(risk.scenario),
    assets: all(risk.assets),
    threats: all(risk.threats),
    vulnerabilities: all(risk.vulnerabilities),
    affects: risk.affects.map(({ value }) => value),
    owner: risk.owner && refer(view, risk.owner),
    inherent: standing(method, inherent, isCurrent ? undefined : risk),
    current: standing(method, current, isCurrent ? risk : risk.current[0]),
    residual: standing(method, residual, risk.residual[0]),
    assessed: risk.assessed?.value,
    review: periodText(risk.review),
    nextReview: nextAssessment(view, risk),
    treatment: risk.treatment.map(({ value }) => value),
    controls: all(risk.controls),
    counterparties: all(risk.counterparty),
    accepted: risk.accepted && namedApproval(view, risk.accepted),
    actions: risk.actions.map(action => actionLine(view, action)),
    monitor: risk.monitor && refer(view, risk.monitor),
    monitored: periodText(risk.monitored),
    checked: risk.checked?.value,
    evidence: risk.evidence.map(ref => namedEvidence(view, ref)),
    singleLoss: moneyText(risk.singleLoss),
    annualRate: risk.annualRate && Number(risk.annualRate.value),
    annualLoss: moneyText(risk.annualLoss),
    more: particularsOf(view, risk),
  };
}

/** Where score and level may be stated beside what follows from likelihood and impact. */
type Stating = Pick<Risk, 'score' | 'level'>;

function standing(
  method: RiskMethod | undefined,
  levels: StageLevels | undefined,
  stated: Stating | undefined,
): Standing | undefined {
  if (!levels || (!levels.likelihood && !levels.impact.length)) return undefined;
  const evaluation = method && evaluate(method, levels.likelihood, levels.impact);
  return {
    likelihood: levels.likelihood?.value,
    impact: levels.impact.flatMap(({ property, level }) =>
      level ? [{ ...(property && { property: property.value }), level: level.value }] : [],
    ),
    ...(evaluation && !method?.matrix && { score: evaluation.score }),
    level: evaluation?.level?.label,
    ...(stated?.score && { statedScore: stated.score.value }),
    ...(stated?.level && { statedLevel: stated.level.value }),
    ...(method?.appetite && evaluation?.level && { isAboveAppetite: exceedsAppetite(method, evaluation) }),
  };
}

/** An action as it stands. */
export const actionLine = (view: IsmsView, action: Action): ActionLine => ({
  id: action.names[0]?.value,
  title: action.title?.value ?? '',
  owner: action.owner && refer(view, action.owner),
  due: action.due?.value,
  completed: action.completed?.value,
  status: action.completed ? 'done' : (action.status?.value ?? (isOpen(action) ? 'open' : 'done')),
  isOverdue: isOverdue(action, view.asOf),
  controls: action.controls.map(ref => refer(view, ref)),
  more: particularsOf(view, action),
});

/** The steps of a method, from the lowest to the highest, and the level of each combination: a list for each likelihood. */
export interface MethodMatrix {
  readonly likelihood: readonly string[];
  readonly impact: readonly string[];
  readonly levels: readonly (readonly (string | undefined)[])[];
}

/** The matrix of a method, whatever stands in it. */
export function methodMatrix(method: RiskMethod): MethodMatrix {
  return {
    likelihood: method.likelihood.map(({ label }) => label),
    impact: method.impact.map(({ label }) => label),
    levels: method.likelihood.map(chance =>
      method.impact.map((impact, column) => combine(method, chance, impact, column).level?.label),
    ),
  };
}

/** How many risks stand at each combination of likelihood and impact. */
export interface RiskMatrix {
  /** From the lowest to the highest. */
  readonly likelihood: readonly string[];
  readonly impact: readonly string[];
  /** A list for each likelihood, with a cell for each impact. */
  readonly cells: readonly (readonly { readonly count: number; readonly level: string | undefined }[])[];
}

/**
 * The matrix of a stage. A risk stands where the gravest of its impacts does. Undefined where the method has no likelihood or no common
 * impact scale; impacts on a scale of another length than the common one have no place in it.
 */
export function riskMatrix(view: IsmsView, stage: 'inherent' | 'residual'): RiskMatrix | undefined {
  const method = view.get(riskMethod);
  if (!method?.likelihood.length || !method.impact.length) return undefined;
  const counts = method.likelihood.map(() => method.impact.map(() => 0));
  for (const risk of view.all('Risk')) {
    const levels = levelsByStage(risk, method)[stage];
    const place = levels && placeIn(method, levels);
    const row = place && counts[place.row];
    if (row) row[place.column] = (row[place.column] ?? 0) + 1;
  }
  const { levels, ...steps } = methodMatrix(method);
  return { ...steps, cells: levels.map((row, y) => row.map((level, x) => ({ count: counts[y]?.[x] ?? 0, level }))) };
}

/** Where in the matrix levels stand, each counted from the lowest step; undefined where they have no place in it. */
export function placeIn(
  method: RiskMethod,
  { likelihood, impact }: StageLevels,
): { row: number; column: number } | undefined {
  const chance = stepOf(method.likelihood, likelihood?.value);
  const row = chance ? method.likelihood.indexOf(chance) : -1;
  let worst: { evaluation: Evaluation; column: number } | undefined;
  for (const one of impact) {
    const scale = impactScale(method, one.property?.value);
    const step = stepOf(scale, one.level?.value);
    const evaluation = evaluate(method, likelihood, [one]);
    if (!step || !evaluation || scale.length !== method.impact.length) return undefined;
    if (!worst || compareEvaluations(evaluation, worst.evaluation) > 0)
      worst = { evaluation, column: scale.indexOf(step) };
  }
  return worst && row >= 0 ? { row, column: worst.column } : undefined;
}
