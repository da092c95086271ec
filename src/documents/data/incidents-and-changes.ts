/** The incidents and changes for programs: what happened and was learnt, what is changed and was assessed for it. (A.5.24 to A.5.27, 6.3, 8.1) */
import { dateOf } from '../../analysis/deadline.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  type ApprovalData,
  approvalData,
  byName,
  type DescribedData,
  type EvidenceData,
  evidenceData,
  type HeadData,
  headData,
  type NamedData,
  nameData,
  refData,
  refsData,
  textData,
  valueData,
} from './_shared.ts';

export interface IncidentsAndChanges extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:incidents-and-changes:1';
  readonly incidents: readonly IncidentData[];
  readonly changes: readonly ChangeData[];
}

export interface IncidentData extends DescribedData {
  /** As written. */
  readonly severity: string | null;
  readonly assets: readonly NamedData[];
  /** The risks that came true. */
  readonly risks: readonly NamedData[];
  readonly owner: NamedData | null;
  readonly detected: string | null;
  readonly resolved: string | null;
  readonly lessons: string | null;
  /** The findings that followed from it. */
  readonly findings: readonly NamedData[];
  readonly evidence: readonly EvidenceData[];
}

export interface ChangeData extends DescribedData {
  readonly assets: readonly NamedData[];
  /** The risks assessed for it. */
  readonly risks: readonly NamedData[];
  readonly owner: NamedData | null;
  readonly planned: string | null;
  /** As written. */
  readonly status: string | null;
  /** Whether it is neither done nor cancelled though its date has passed. */
  readonly overdue: boolean;
  readonly approved: ApprovalData | null;
}

export const incidentsAndChangesData = (view: IsmsView): IncidentsAndChanges => ({
  $schema: 'urn:isms-as-code:schema:incidents-and-changes:1',
  ...headData(view),
  incidents: byName(view, view.all('Incident'), (incident, name) => ({
    ...name,
    severity: valueData(incident.severity),
    assets: refsData(view, incident.assets),
    risks: refsData(view, incident.risks),
    owner: refData(view, incident.owner),
    detected: valueData(incident.detected),
    resolved: valueData(incident.resolved),
    lessons: textData(incident.lessons),
    findings: view.users(name.id, 'Incident', 'Finding').flatMap(finding => nameData(finding) ?? []),
    evidence: evidenceData(view, incident.evidence),
  })),
  changes: byName(view, view.all('Change'), (change, name) => ({
    ...name,
    assets: refsData(view, change.assets),
    risks: refsData(view, change.risks),
    owner: refData(view, change.owner),
    planned: valueData(change.planned),
    status: valueData(change.status),
    overdue: !ended.has(change.status?.value ?? '') && (dateOf(change.planned) ?? '9999') < view.asOf,
    approved: approvalData(view, change.approved),
  })),
});

const ended: ReadonlySet<string> = new Set(['done', 'cancelled']);
