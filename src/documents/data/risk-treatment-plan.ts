/** The risk treatment plan for programs: what is done about each risk, and about each opportunity. (6.1.3 e, 8.3, 6.1.1) */
import type { RiskLine } from '../../analysis/risk-register.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  type ActionData,
  actionsData,
  byName,
  type DescribedData,
  type HeadData,
  headData,
  type NamedData,
  named,
  optional,
  refData,
  refsData,
} from './_shared.ts';
import { type RiskTreatment, type StandingData, standing, treatment } from './risk-register.ts';

export interface RiskTreatmentPlan extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:risk-treatment-plan:1';
  /** All risks, in natural order of their ids. */
  readonly risks: readonly TreatedRisk[];
  readonly opportunities: readonly OpportunityData[];
}

export interface TreatedRisk extends RiskTreatment {
  readonly id: string;
  readonly title: string | null;
  readonly owner: NamedData | null;
  /** Before treatment; null where nothing is stated. */
  readonly inherent: StandingData | null;
  /** When the treatment is complete. */
  readonly residual: StandingData | null;
}

export interface OpportunityData extends DescribedData {
  /** The issues that it comes from. */
  readonly issues: readonly NamedData[];
  readonly owner: NamedData | null;
  readonly actions: readonly ActionData[];
  /** The objectives through which it is pursued. */
  readonly objectives: readonly NamedData[];
}

export const riskTreatmentPlanData = (view: IsmsView, risks: readonly RiskLine[]): RiskTreatmentPlan => ({
  $schema: 'urn:isms-as-code:schema:risk-treatment-plan:1',
  ...headData(view),
  risks: risks.map(risk => ({
    id: risk.id,
    title: risk.title ?? null,
    owner: optional(risk.owner, named),
    inherent: optional(risk.inherent, standing),
    residual: optional(risk.residual, standing),
    ...treatment(risk),
  })),
  opportunities: opportunitiesData(view),
});

/** The opportunities beside the risks. (6.1.1) */
export const opportunitiesData = (view: IsmsView): OpportunityData[] =>
  byName(view, view.all('Opportunity'), ({ issues, owner, actions, objectives }, name) => ({
    ...name,
    issues: refsData(view, issues),
    owner: refData(view, owner),
    actions: actionsData(view, actions),
    objectives: refsData(view, objectives),
  }));
