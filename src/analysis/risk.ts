/** Where a risk stands: without treatment, today, and when the treatment is complete. (6.1.2 d, e) */
import type { Action, ImpactValue, Located, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { type Period, periodOf } from './deadline.ts';
import { comparingMethod, type Evaluation, evaluate, exceedsAppetite, methodReview, riskMethod } from './method.ts';

export interface RiskStanding {
  readonly inherent: Evaluation | undefined;
  readonly current: Evaluation | undefined;
  readonly residual: Evaluation | undefined;
}

/** Likelihood and impacts of a stage. */
export type StageLevels = Pick<Risk, 'likelihood' | 'impact'>;

/**
 * The likelihood and the impacts that count at each stage: what is left out of a block is that of the block before. Undefined for a
 * stage without a block.
 */
export function levelsByStage(risk: Risk): Readonly<Record<keyof RiskStanding, StageLevels | undefined>> {
  const [now] = risk.current;
  const [rest] = risk.residual;
  const today = now ? over(risk, now) : risk;
  return { inherent: risk, current: now && today, residual: rest && over(today, rest) };
}

const over = (before: StageLevels, block: StageLevels): StageLevels => ({
  likelihood: block.likelihood ?? before.likelihood,
  impact: block.impact.length ? block.impact : before.impact,
});

/** Evaluates a risk by the declared method, stage by stage. */
export function evaluateRisk(view: IsmsView, risk: Risk): RiskStanding {
  const method = view.get(riskMethod);
  if (!method) return { inherent: undefined, current: undefined, residual: undefined };
  const { inherent, current, residual } = levelsByStage(risk);
  const standing = (levels: StageLevels | undefined): Evaluation | undefined =>
    levels && evaluate(method, levels.likelihood, levels.impact);
  return { inherent: standing(inherent), current: standing(current), residual: standing(residual) };
}

/** What remains of the risk, as far as that is stated: after the treatment, else today, else without it. */
export function remaining(view: IsmsView, risk: Risk): Evaluation | undefined {
  const { inherent, current, residual } = evaluateRisk(view, risk);
  return residual ?? current ?? inherent;
}

/** Whether a treatment option is among those chosen. */
export const isTreatedBy = (risk: Risk, option: 'modify' | 'avoid' | 'share' | 'retain'): boolean =>
  risk.treatment.some(treatment => treatment.value === option);

export interface StatedLevel {
  readonly stage: 'inherent' | 'current' | 'residual';
  readonly likelihood: Located<string> | undefined;
  readonly impact: readonly ImpactValue[];
}

/** The words as written, stage by stage: what is left out of a block is not repeated here. */
export const statedLevels = (risk: Risk): StatedLevel[] => [
  { stage: 'inherent', likelihood: risk.likelihood, impact: risk.impact },
  ...risk.current.map(({ likelihood, impact }) => ({ stage: 'current' as const, likelihood, impact })),
  ...risk.residual.map(({ likelihood, impact }) => ({ stage: 'residual' as const, likelihood, impact })),
];

/** Whether likelihood and impact before treatment are both stated. */
export const isAnalysed = (risk: Risk): boolean => !!risk.likelihood && risk.impact.length > 0;

/** Whether it is said what remains after treatment; an empty block says nothing. */
export const statesResidual = (risk: Risk): boolean =>
  risk.residual.some(({ likelihood, impact }) => !!likelihood || impact.length > 0);

/** Whether the risk is above the appetite as long as nothing is done; false where that cannot be told. */
export function needsTreatment(view: IsmsView, risk: Risk): boolean {
  const method = view.get(comparingMethod);
  if (!method) return false;
  const { inherent, current } = evaluateRisk(view, risk);
  return exceedsAppetite(method, inherent) || exceedsAppetite(method, current);
}

/** The actions of the treatment plan that have not been called off. */
export const validActions = (risk: Risk): readonly Action[] =>
  risk.actions.filter(({ status }) => status?.value !== 'cancelled');

/** Whether controls treat the risk: its own, or those that its actions put in place. */
export const namesControls = (risk: Risk): boolean =>
  risk.controls.length > 0 || validActions(risk).some(({ controls }) => controls.length > 0);

/** Whether anything is done about the risk that could lower it. */
export const hasMeasures = (risk: Risk): boolean =>
  namesControls(risk) || risk.counterparty.length > 0 || validActions(risk).length > 0;

/** How often the risk is assessed again: its own interval, else the method's. (8.2) */
export const reviewPeriod = (view: IsmsView, risk: Risk): Period | undefined =>
  risk.review ? periodOf(risk.review) : view.get(methodReview);
