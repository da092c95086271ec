/** The reports of audits for programs: their criteria, what they found, and what they conclude. (9.2.2) */
import type { Declarations } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  byName,
  type DescribedData,
  type EvidenceData,
  evidenceData,
  type HeadData,
  headData,
  textData,
} from './_shared.ts';
import { type PlannedAuditData, plannedAudit } from './audit-programme.ts';
import { type FindingData, findingsData } from './corrective-actions.ts';

export interface AuditReport extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:audit-report:1';
  /** One, or all that were performed. */
  readonly audits: readonly AuditReportData[];
}

export interface AuditReportData {
  readonly audit: PlannedAuditData;
  readonly conclusion: string | null;
  readonly evidence: readonly EvidenceData[];
  readonly findings: readonly FindingData[];
}

/** The report of the audit of that name, else of every audit that was performed. */
export function auditReportData(view: IsmsView, name: string | undefined): AuditReport {
  const audits = view.all('Audit').filter(audit => (name === undefined ? audit.performed : nameOf(audit) === name));
  return {
    $schema: 'urn:isms-as-code:schema:audit-report:1',
    ...headData(view),
    audits: byName(view, audits, (audit, named) => report(view, audit, named)),
  };
}

const nameOf = ({ names: [name] }: Declarations['Audit']): string | undefined => name?.value;

const report = (view: IsmsView, audit: Declarations['Audit'], name: DescribedData): AuditReportData => ({
  audit: plannedAudit(view, audit, name),
  conclusion: textData(audit.conclusion),
  evidence: evidenceData(view, audit.evidence),
  findings: findingsData(
    view,
    view.users(name.id, 'Audit', 'Finding').filter(finding => finding.audit?.name === name.id),
  ),
});
