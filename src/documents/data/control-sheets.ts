/** The sheets of controls for programs: everything that the ISMS says of a control, in one place. (6.1.3, 8.1, 9.1) */
import { riskLines } from '../../analysis/risk-register.ts';
import { type SoaLine, statementOfApplicability } from '../../analysis/soa.ts';
import { compareNaturally } from '../../catalogues/natural-order.ts';
import type { Declarations, Kind } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  type ActionData,
  action,
  actionsData,
  type EvidenceData,
  evidence,
  type HeadData,
  headData,
  type NamedData,
  nameData,
  named,
  optional,
  type ParticularsData,
  particularsData,
  refsData,
} from './_shared.ts';
import { type StandingData, standing } from './risk-register.ts';

export interface ControlSheets extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:control-sheets:1';
  /** One, or all controls of the Statement of Applicability that are not excluded. */
  readonly controls: readonly ControlSheetData[];
}

export interface ControlSheetData extends ParticularsData {
  readonly id: string;
  readonly title: string;
  readonly theme: string | null;
  /** `yes`, `no` or `inherited`; null as long as nothing is decided. */
  readonly decision: 'yes' | 'no' | 'inherited' | null;
  readonly reasons: readonly ReasonData[];
  readonly exclusions: readonly ExclusionGroundData[];
  readonly justification: string | null;
  readonly status: 'implemented' | 'partial' | 'planned' | null;
  readonly implementation: string | null;
  readonly provider: NamedData | null;
  readonly owner: NamedData | null;
  /** Steps that put it in place, declared with the control itself. */
  readonly actions: readonly ActionData[];
  /** The controls of Annex A that one of the organisation's own puts into practice. */
  readonly implements: readonly NamedData[];
  readonly risks: readonly TreatedRiskData[];
  readonly policies: readonly NamedData[];
  readonly evidence: readonly EvidenceData[];
  readonly metrics: readonly NamedData[];
  readonly audits: readonly NamedData[];
  readonly findings: readonly NamedData[];
  readonly exceptions: readonly NamedData[];
}

export interface ReasonData {
  /** `RRA`, `LR`, `CO` or `BR`. */
  readonly code: string;
  readonly of: readonly NamedData[];
}

export interface ExclusionGroundData {
  readonly ground: string;
  readonly coveredBy: string | null;
}

export interface TreatedRiskData {
  readonly id: string;
  readonly title: string | null;
  readonly owner: NamedData | null;
  readonly inherent: StandingData | null;
  readonly residual: StandingData | null;
  /** The actions of the risk that put this control in place. */
  readonly actions: readonly ActionData[];
}

/** The sheet of the control with that id, else one for every control that is not excluded. */
export function controlSheetsData(view: IsmsView, id: string | undefined): ControlSheets {
  const { lines } = statementOfApplicability(view);
  const chosen = lines.filter(line => (id === undefined ? line.decision !== 'no' : line.id === id));
  const risks = new Map(riskLines(view).map(risk => [risk.id, risk]));
  return {
    $schema: 'urn:isms-as-code:schema:control-sheets:1',
    ...headData(view),
    controls: chosen.map(line => sheet(view, line, risks)),
  };
}

function sheet(
  view: IsmsView,
  line: SoaLine,
  risks: ReadonlyMap<string, ReturnType<typeof riskLines>[number]>,
): ControlSheetData {
  const declared = view.named(line.id, 'Control')[0]?.declaration as Declarations['Control'] | undefined;
  return {
    id: line.id,
    title: line.title,
    theme: line.theme ?? null,
    decision: line.decision ?? null,
    reasons: line.reasons.map(({ code, names }) => ({ code, of: names.map(named) })),
    exclusions: line.exclusions.map(({ ground, coveredBy }) => ({ ground, coveredBy: coveredBy ?? null })),
    justification: line.justification ?? null,
    status: line.status ?? null,
    implementation: line.implementation ?? null,
    provider: optional(line.provider, named),
    owner: optional(line.owner, named),
    actions: declared ? actionsData(view, declared.actions) : [],
    implements: declared ? refsData(view, declared.implements) : [],
    ...(declared ? particularsData(view, declared) : { description: null, tags: [], fields: [] }),
    risks: line.risks.map(risk => {
      const found = risks.get(risk.id);
      return {
        ...named(risk),
        owner: optional(found?.owner, named),
        inherent: optional(found?.inherent, standing),
        residual: optional(found?.residual, standing),
        actions: (found?.actions ?? []).filter(one => one.controls.some(control => control.id === line.id)).map(action),
      };
    }),
    policies: line.policies.map(named),
    evidence: line.evidence.map(evidence),
    metrics: usersNamed(view, line.id, 'Metric'),
    audits: usersNamed(view, line.id, 'Audit'),
    findings: usersNamed(view, line.id, 'Finding'),
    exceptions: usersNamed(view, line.id, 'Exception'),
  };
}

/** The declarations of a kind that name the control. */
const usersNamed = (view: IsmsView, id: string, kind: Kind): NamedData[] =>
  view
    .users(id, 'Control', kind)
    .flatMap(declaration => nameData(declaration) ?? [])
    .sort((a, b) => compareNaturally(a.id, b.id));
