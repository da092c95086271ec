/**
 * The risk register and the risk treatment plan for programs. Their shapes are published in docs/schemas/risk-register.schema.json and
 * risk-treatment-plan.schema.json; a change of one is a new version. Every key is there; what is not known is null.
 */
import type { RiskLine, Standing } from '../../analysis/risk-register.ts';
import { action, approval, type HeadData, named, optional } from './_shared.ts';

/** The `$id`s of the schemas. */
export const riskRegisterSchemaId = 'urn:isms-as-code:schema:risk-register:1';
export const riskTreatmentPlanSchemaId = 'urn:isms-as-code:schema:risk-treatment-plan:1';

/** A risk as it was identified and analysed. (6.1.2 c, d) */
export const analysed = (risk: RiskLine) => ({
  id: risk.id,
  title: risk.title ?? null,
  scenario: risk.scenario ?? null,
  assets: risk.assets.map(named),
  threats: risk.threats.map(named),
  vulnerabilities: risk.vulnerabilities.map(named),
  affects: risk.affects,
  owner: optional(risk.owner, named),
  inherent: optional(risk.inherent, standing),
  current: optional(risk.current, standing),
  residual: optional(risk.residual, standing),
});

export const riskRegisterData = (head: HeadData, risks: readonly RiskLine[]): object => ({
  $schema: riskRegisterSchemaId,
  ...head,
  risks: risks.map(risk => ({
    ...analysed(risk),
    assessed: risk.assessed ?? null,
    nextReview: risk.nextReview ?? null,
    ...treatment(risk),
  })),
});

export const riskTreatmentPlanData = (head: HeadData, risks: readonly RiskLine[]): object => ({
  $schema: riskTreatmentPlanSchemaId,
  ...head,
  risks: risks.map(risk => ({
    id: risk.id,
    title: risk.title ?? null,
    owner: optional(risk.owner, named),
    inherent: optional(risk.inherent, standing),
    residual: optional(risk.residual, standing),
    ...treatment(risk),
  })),
});

const treatment = ({ treatment: options, controls, counterparties, actions, accepted }: RiskLine) => ({
  treatment: options,
  controls: controls.map(named),
  counterparties: counterparties.map(named),
  actions: actions.map(action),
  accepted: optional(accepted, approval),
});

/** Where a risk stands at a stage: the words as stated, and what follows from them by the method. */
export interface StandingData {
  /** A word of the method's likelihood scale, as stated; null where none is. */
  readonly likelihood: string | null;
  /** Words of the method's impact scales, as stated. */
  readonly impact: readonly ImpactData[];
  /** In points of the method's formula; null where a matrix names the levels, or nothing follows. */
  readonly score: number | null;
  /** The level that follows by the method; null where none does. */
  readonly level: string | null;
  /** Whether the level is above what is accepted without treatment; null where it cannot be told. */
  readonly aboveAppetite: boolean | null;
}

export interface ImpactData {
  /** The property of information that the impact is stated for; null: for all. */
  readonly property: string | null;
  readonly level: string;
}

export const standing = ({ likelihood, impact, score, level, isAboveAppetite }: Standing): StandingData => ({
  likelihood: likelihood ?? null,
  impact: impact.map(({ property, level: word }) => ({ property: property ?? null, level: word })),
  score: score ?? null,
  level: level ?? null,
  aboveAppetite: isAboveAppetite ?? null,
});
