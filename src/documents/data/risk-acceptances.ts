/** The acceptances for programs: who accepted which residual risk until when, and which departures from the rules were approved. */
import { isAcceptedByOwner } from '../../analysis/acceptance.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { type RiskLine, riskLines } from '../../analysis/risk-register.ts';
import type { Declarations, Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  type ApprovalData,
  approval,
  approvalData,
  byName,
  type DescribedData,
  type HeadData,
  headData,
  type NamedData,
  named,
  optional,
  refData,
  refsData,
  textData,
} from './_shared.ts';
import { type StandingData, standing } from './risk-register.ts';

export interface RiskAcceptances extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:risk-acceptances:1';
  /** All risks, in natural order. */
  readonly risks: readonly AcceptanceData[];
  readonly exceptions: readonly ExceptionData[];
}

/** `none`: not accepted; `stale`: given before the risk was assessed last; `not dated`: without a date of the calendar. */
export type AcceptanceState = 'in force' | 'expired' | 'stale' | 'not dated' | 'none';

export interface AcceptanceData {
  readonly id: string;
  readonly title: string | null;
  readonly owner: NamedData | null;
  readonly treatment: readonly string[];
  /** What remains, as far as it is stated: after treatment, else today, else before it. */
  readonly remaining: StandingData | null;
  readonly assessed: string | null;
  readonly accepted: ApprovalData | null;
  /** Whether the risk owner is among those who accepted it; null where that cannot be told. */
  readonly byOwner: boolean | null;
  readonly state: AcceptanceState;
}

export interface ExceptionData extends DescribedData {
  readonly controls: readonly NamedData[];
  readonly policies: readonly NamedData[];
  readonly assets: readonly NamedData[];
  readonly risks: readonly NamedData[];
  readonly owner: NamedData | null;
  readonly justification: string | null;
  readonly approved: ApprovalData | null;
  readonly state: 'in force' | 'expired' | 'not dated' | 'none';
}

export function riskAcceptancesData(view: IsmsView): RiskAcceptances {
  const declared = new Map<string, Risk>();
  for (const risk of view.all('Risk')) {
    const [name] = risk.names;
    if (name && !declared.has(name.value)) declared.set(name.value, risk);
  }
  return {
    $schema: 'urn:isms-as-code:schema:risk-acceptances:1',
    ...headData(view),
    risks: riskLines(view).map(line => acceptance(view, line, declared.get(line.id) as Risk)),
    exceptions: byName(view, view.all('Exception'), (exception, name) => ({
      ...name,
      controls: refsData(view, exception.controls),
      policies: refsData(view, exception.policies),
      assets: refsData(view, exception.assets),
      risks: refsData(view, exception.risks),
      owner: refData(view, exception.owner),
      justification: textData(exception.justification),
      approved: approvalData(view, exception.approved),
      state: stateOf(view, exception.approved),
    })),
  };
}

function acceptance(view: IsmsView, line: RiskLine, risk: Risk): AcceptanceData {
  const { id, title, owner, treatment, inherent, current, residual, assessed, accepted } = line;
  const state = stateOf(view, risk.accepted);
  const on = dateOf(risk.accepted?.on);
  const last = dateOf(risk.assessed);
  return {
    id,
    title: title ?? null,
    owner: optional(owner, named),
    treatment,
    remaining: optional(residual ?? current ?? inherent, standing),
    assessed: assessed ?? null,
    accepted: optional(accepted, approval),
    byOwner: isAcceptedByOwner(view, risk) ?? null,
    state: state === 'in force' && on && last && last > on && last <= view.asOf ? 'stale' : state,
  };
}

/** Whether an approval holds on the day as of which is judged. */
function stateOf({ asOf }: IsmsView, given: Declarations['Risk']['accepted']): Exclude<AcceptanceState, 'stale'> {
  if (!given) return 'none';
  const until = dateOf(given.until);
  if (!dateOf(given.on)) return 'not dated';
  return until !== undefined && until < asOf ? 'expired' : 'in force';
}
