/**
 * The risk register and the risk treatment plan for programs. Their shapes are published in docs/schemas/risk-register.schema.json and
 * risk-treatment-plan.schema.json; a change of one is a new version. Every key is there; what is not known is null.
 */
import type { ActionLine, RiskLine, Standing } from '../../analysis/risk-register.ts';
import { label } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import type { JsonValue } from '../blocks.ts';
import { approval, type JsonObject, named, optional } from './_shared.ts';

/** The `$id`s of the schemas. */
export const riskRegisterSchemaId = 'urn:isms-as-code:schema:risk-register:1';
export const riskTreatmentPlanSchemaId = 'urn:isms-as-code:schema:risk-treatment-plan:1';

export const riskRegisterData = (isms: IsmsView['isms'], asOf: string, risks: readonly RiskLine[]): JsonValue => ({
  $schema: riskRegisterSchemaId,
  ...head(isms, asOf),
  risks: risks.map(risk => ({
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
    assessed: risk.assessed ?? null,
    nextReview: risk.nextReview ?? null,
    ...treatment(risk),
  })),
});

export const riskTreatmentPlanData = (isms: IsmsView['isms'], asOf: string, risks: readonly RiskLine[]): JsonValue => ({
  $schema: riskTreatmentPlanSchemaId,
  ...head(isms, asOf),
  risks: risks.map(risk => ({
    id: risk.id,
    title: risk.title ?? null,
    owner: optional(risk.owner, named),
    inherent: optional(risk.inherent, standing),
    residual: optional(risk.residual, standing),
    ...treatment(risk),
  })),
});

const head = (isms: IsmsView['isms'], asOf: string): JsonObject => ({
  organization: isms?.organization?.value ?? null,
  isms: isms ? { id: label(isms), title: isms.title?.value ?? null } : null,
  version: isms?.version?.value ?? null,
  asOf,
});

const treatment = ({ treatment: options, controls, counterparties, actions, accepted }: RiskLine): JsonObject => ({
  treatment: options,
  controls: controls.map(named),
  counterparties: counterparties.map(named),
  actions: actions.map(action),
  accepted: optional(accepted, approval),
});

const standing = ({ likelihood, impact, score, level, isAboveAppetite }: Standing): JsonObject => ({
  likelihood: likelihood ?? null,
  impact: impact.map(({ property, level: word }) => ({ property: property ?? null, level: word })),
  score: score ?? null,
  level: level ?? null,
  aboveAppetite: isAboveAppetite ?? null,
});

const action = ({ id, title, owner, due, completed, status, isOverdue, controls }: ActionLine): JsonObject => ({
  id: id ?? null,
  title,
  owner: optional(owner, named),
  due: due ?? null,
  completed: completed ?? null,
  status,
  overdue: isOverdue,
  controls: controls.map(named),
});
