/** Where a risk stands: without treatment, today, and when the treatment is complete. (6.1.2 d, e) */
import type { Action, CurrentLevel, Located, Ref, ResidualLevel, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { isOpen } from './action.ts';
import { isInPlace } from './credit.ts';
import { type Period, periodOf } from './deadline.ts';
import {
  comparingMethod,
  type Evaluation,
  evaluate,
  exceedsAppetite,
  methodReview,
  type RiskMethod,
  riskMethod,
  type StatedImpact,
} from './method.ts';

export interface RiskStanding {
  readonly inherent: Evaluation | undefined;
  readonly current: Evaluation | undefined;
  readonly residual: Evaluation | undefined;
}

/** Likelihood and impacts of a stage. */
export interface StageLevels {
  readonly likelihood: Located<string> | undefined;
  readonly impact: readonly StatedImpact[];
}

/** Where levels are stated: a risk itself, or a block in it. */
type Stating = Risk | CurrentLevel | ResidualLevel;

/** All impacts that are stated at a place, in `impact:` and by dimension in `consequences`. */
export const impactsOf = ({ impact, consequences }: Stating): readonly StatedImpact[] =>
  consequences.length
    ? [
        ...impact,
        ...consequences.flatMap(({ lines }) => lines.map(({ dimension, level }) => ({ property: dimension, level }))),
      ]
    : impact;

const levelsOf = (stating: Stating): StageLevels => ({ likelihood: stating.likelihood, impact: impactsOf(stating) });

/**
 * The likelihood and the impacts that count at each stage: what is left out of a block is that of the block before. Undefined for a
 * stage without a block. What a risk states by itself stands for today if the method assesses risks so.
 */
export function levelsByStage(
  risk: Risk,
  method: Pick<RiskMethod, 'assesses'> | undefined,
): Readonly<Record<keyof RiskStanding, StageLevels | undefined>> {
  const [now] = risk.current;
  const [rest] = risk.residual;
  const own = levelsOf(risk);
  const today = now ? over(own, levelsOf(now)) : own;
  const isToday = method?.assesses === 'current';
  return {
    inherent: isToday ? undefined : own,
    current: now || isToday ? today : undefined,
    residual: rest && over(today, levelsOf(rest)),
  };
}

const over = (before: StageLevels, block: StageLevels): StageLevels => ({
  likelihood: block.likelihood ?? before.likelihood,
  impact: block.impact.length ? block.impact : before.impact,
});

/** Evaluates a risk by the declared method, stage by stage. */
export function evaluateRisk(view: IsmsView, risk: Risk): RiskStanding {
  const method = view.get(riskMethod);
  if (!method) return { inherent: undefined, current: undefined, residual: undefined };
  const { inherent, current, residual } = levelsByStage(risk, method);
  const standing = (levels: StageLevels | undefined): Evaluation | undefined =>
    levels && evaluate(method, levels.likelihood, levels.impact);
  return { inherent: standing(inherent), current: standing(current), residual: standing(residual) };
}

/** What remains of the risk, as far as that is stated: after the treatment, else today, else without it. */
export function remaining(view: IsmsView, risk: Risk): Evaluation | undefined {
  const { inherent, current, residual } = evaluateRisk(view, risk);
  return residual ?? current ?? inherent;
}

/**
 * Where the risk stands today: as stated; else what remains, if everything that treats it is there; else as without treatment.
 */
export function standingToday(view: IsmsView, risk: Risk): Evaluation | undefined {
  const { inherent, current, residual } = evaluateRisk(view, risk);
  return current ?? (residual && isTreatmentComplete(view, risk) ? residual : inherent);
}

/**
 * The stage whose words say where the risk stands today, and the one that says what remains after its treatment: as `standingToday` and
 * `remaining` have it. Undefined where nothing is stated at all.
 */
export function countingStages(
  view: IsmsView,
  risk: Risk,
): { readonly today: keyof RiskStanding | undefined; readonly remaining: keyof RiskStanding | undefined } {
  const { inherent, current, residual } = evaluateRisk(view, risk);
  const first = inherent && ('inherent' as const);
  const isTreated = residual && isTreatmentComplete(view, risk);
  return {
    today: current ? 'current' : isTreated ? 'residual' : first,
    remaining: residual ? 'residual' : current ? 'current' : first,
  };
}

/** Whether all controls that treat the risk are implemented, and all its actions done. */
function isTreatmentComplete(view: IsmsView, risk: Risk): boolean {
  const controls = [...risk.controls, ...validActions(risk).flatMap(action => action.controls)];
  return (
    controls.length > 0 &&
    controls.every(ref => isInPlace(view, ref)) &&
    !validActions(risk).some(action => isOpen(action))
  );
}

/** Whether a treatment option is among those chosen. */
export const isTreatedBy = (risk: Risk, option: 'modify' | 'avoid' | 'share' | 'retain'): boolean =>
  risk.treatment.some(treatment => treatment.value === option);

export interface StatedLevel extends StageLevels {
  readonly stage: 'inherent' | 'current' | 'residual';
}

/** The words as written, stage by stage: what is left out of a block is not repeated here. */
export const statedLevels = (risk: Risk): StatedLevel[] => [
  { stage: 'inherent', ...levelsOf(risk) },
  ...risk.current.map(block => ({ stage: 'current' as const, ...levelsOf(block) })),
  ...risk.residual.map(block => ({ stage: 'residual' as const, ...levelsOf(block) })),
];

/** Whether likelihood and impact before treatment are both stated. */
export const isAnalysed = (risk: Risk): boolean => !!risk.likelihood && impactsOf(risk).length > 0;

/** Whether it is said what remains after treatment; an empty block says nothing. */
export const statesResidual = (risk: Risk): boolean =>
  risk.residual.some(block => !!block.likelihood || impactsOf(block).length > 0);

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

/** The controls that treat a risk, named by itself or by its actions. (6.1.3 b) */
export const treatingControls = ({ controls, actions }: Risk): Ref[] => [
  ...controls,
  ...actions.flatMap(action => action.controls),
];
