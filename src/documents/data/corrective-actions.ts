/** The log of findings for programs: what was found, why it happened, what was done, and whether it worked. (10.2) */
import { isNonconformity } from '../../analysis/finding.ts';
import type { Declarations } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  type ActionData,
  actionsData,
  byName,
  type DescribedData,
  type EvidenceData,
  evidenceData,
  type HeadData,
  headData,
  type NamedData,
  refData,
  refsData,
  textData,
  valueData,
  yesNoData,
} from './_shared.ts';

export interface CorrectiveActions extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:corrective-actions:1';
  readonly findings: readonly FindingData[];
}

export interface FindingData extends DescribedData {
  readonly audit: NamedData | null;
  readonly incident: NamedData | null;
  /** The clauses and controls that are not met. */
  readonly requirements: readonly NamedData[];
  /** `major`, `minor`, `observation` or `opportunity`, as written. */
  readonly severity: string | null;
  readonly nonconformity: boolean;
  readonly owner: NamedData | null;
  /** What was done at once. */
  readonly correction: string | null;
  readonly rootCause: string | null;
  readonly actions: readonly ActionData[];
  readonly raised: string | null;
  readonly due: string | null;
  readonly closed: string | null;
  readonly state: 'open' | 'overdue' | 'closed';
  /** Whether the corrective action proved effective; null as long as that is not said. */
  readonly effective: boolean | null;
  readonly evidence: readonly EvidenceData[];
}

export const correctiveActionsData = (view: IsmsView): CorrectiveActions => ({
  $schema: 'urn:isms-as-code:schema:corrective-actions:1',
  ...headData(view),
  findings: findingsData(view, view.all('Finding')),
});

/** Findings in natural order. */
export const findingsData = (view: IsmsView, findings: readonly Declarations['Finding'][]): FindingData[] =>
  byName(view, findings, (finding, name) => ({
    ...name,
    audit: refData(view, finding.audit),
    incident: refData(view, finding.incident),
    requirements: refsData(view, finding.requirements),
    severity: valueData(finding.severity),
    nonconformity: isNonconformity(finding),
    owner: refData(view, finding.owner),
    correction: textData(finding.correction),
    rootCause: textData(finding.rootCause),
    actions: actionsData(view, finding.actions),
    raised: valueData(finding.raised),
    due: valueData(finding.due),
    closed: valueData(finding.closed),
    state: finding.closed ? 'closed' : (finding.due?.value ?? '9999') < view.asOf ? 'overdue' : 'open',
    effective: yesNoData(finding.effective),
    evidence: evidenceData(view, finding.evidence),
  }));
