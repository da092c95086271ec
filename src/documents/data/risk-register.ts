/** The risk register for programs: every risk as identified, analysed, treated, accepted and watched. (6.1.2, 8.2) */
import type { RiskLine, Standing } from '../../analysis/risk-register.ts';
import {
  type ActionData,
  type ApprovalData,
  action,
  approval,
  type EvidenceData,
  evidence,
  type HeadData,
  type NamedData,
  named,
  optional,
  type ParticularsData,
  particulars,
} from './_shared.ts';

export interface RiskRegister extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:risk-register:1';
  /** All risks, in natural order of their ids. */
  readonly risks: readonly RiskData[];
}

/** A risk as it was identified and analysed. (6.1.2 c, d) */
export interface AnalysedRisk {
  readonly id: string;
  readonly title: string | null;
  readonly scenario: string | null;
  readonly assets: readonly NamedData[];
  readonly threats: readonly NamedData[];
  readonly vulnerabilities: readonly NamedData[];
  /** The properties of information that would be lost. */
  readonly affects: readonly string[];
  readonly owner: NamedData | null;
  /** Before treatment; null where nothing is stated. */
  readonly inherent: StandingData | null;
  /** Today, with the part of the treatment that works already. */
  readonly current: StandingData | null;
  /** When the treatment is complete. */
  readonly residual: StandingData | null;
}

/** What is done about a risk. (6.1.3) */
export interface RiskTreatment {
  /** `modify`, `avoid`, `share` or `retain`, as written; empty where nothing is decided. */
  readonly treatment: readonly string[];
  readonly controls: readonly NamedData[];
  /** With whom it is shared. */
  readonly counterparties: readonly NamedData[];
  readonly actions: readonly ActionData[];
  readonly accepted: ApprovalData | null;
}

export interface RiskData extends AnalysedRisk, RiskTreatment, ParticularsData {
  /** The date, as written. */
  readonly assessed: string | null;
  /** How often it is assessed again, where it says so itself. */
  readonly review: string | null;
  /** The day by which it is to be assessed again. */
  readonly nextReview: string | null;
  /** Who watches it between two assessments. */
  readonly monitor: NamedData | null;
  /** How often it is watched. */
  readonly monitored: string | null;
  /** When it was last watched. */
  readonly checked: string | null;
  /** What shows the assessment or the treatment. */
  readonly evidence: readonly EvidenceData[];
  /** What it would cost each time, as written, such as `25000 EUR`. */
  readonly singleLoss: string | null;
  /** How often a year it is expected. */
  readonly annualRate: number | null;
  /** What it is expected to cost a year, as written. */
  readonly annualLoss: string | null;
}

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
  /** The score that the register states beside the one that follows. */
  readonly statedScore: number | null;
  /** The level that the register states beside the one that follows. */
  readonly statedLevel: string | null;
}

export interface ImpactData {
  /** The property of information, or the dimension, that the impact is stated for; null: for all. */
  readonly property: string | null;
  readonly level: string;
}

export const analysed = (risk: RiskLine): AnalysedRisk => ({
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

export const treatment = (risk: RiskLine): RiskTreatment => ({
  treatment: risk.treatment,
  controls: risk.controls.map(named),
  counterparties: risk.counterparties.map(named),
  actions: risk.actions.map(action),
  accepted: optional(risk.accepted, approval),
});

export const riskRegisterData = (head: HeadData, risks: readonly RiskLine[]): RiskRegister => ({
  $schema: 'urn:isms-as-code:schema:risk-register:1',
  ...head,
  risks: risks.map(riskData),
});

const riskData = (risk: RiskLine): RiskData => ({
  ...analysed(risk),
  assessed: risk.assessed ?? null,
  review: risk.review ?? null,
  nextReview: risk.nextReview ?? null,
  ...treatment(risk),
  monitor: optional(risk.monitor, named),
  monitored: risk.monitored ?? null,
  checked: risk.checked ?? null,
  evidence: risk.evidence.map(evidence),
  singleLoss: risk.singleLoss ?? null,
  annualRate: risk.annualRate ?? null,
  annualLoss: risk.annualLoss ?? null,
  ...particulars(risk.more),
});

export const standing = (given: Standing): StandingData => ({
  likelihood: given.likelihood ?? null,
  impact: given.impact.map(({ property, level }) => ({ property: property ?? null, level })),
  score: given.score ?? null,
  level: given.level ?? null,
  aboveAppetite: given.isAboveAppetite ?? null,
  statedScore: given.statedScore ?? null,
  statedLevel: given.statedLevel ?? null,
});
