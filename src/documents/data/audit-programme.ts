/** The audit programmes for programs: their audits, and what the clauses and controls covered leave out. (9.2.2) */
import { auditGap, auditsOf, cycleOf, type Gap } from '../../analysis/audit-coverage.ts';
import { findClause } from '../../catalogues/clauses.ts';
import type { Declarations } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  type ApprovalData,
  approvalData,
  byName,
  type DescribedData,
  type HeadData,
  headData,
  type NamedData,
  periodData,
  refData,
  refsData,
  valueData,
} from './_shared.ts';

export interface AuditProgramme extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:audit-programme:1';
  readonly programmes: readonly ProgrammeData[];
  /** Audits of all kinds, those of no programme too. */
  readonly audits: readonly PlannedAuditData[];
}

export interface ProgrammeData extends DescribedData {
  readonly cycle: string | null;
  /** The first and the last day of the cycle. */
  readonly from: string | null;
  readonly to: string | null;
  readonly owner: NamedData | null;
  readonly approved: ApprovalData | null;
  /** The audits within the cycle. */
  readonly audits: readonly NamedData[];
  readonly clauses: GapData;
  /** The included controls. */
  readonly controls: GapData;
}

export interface GapData {
  readonly total: number;
  /** The ids that no audit of the cycle covers. */
  readonly missing: readonly string[];
}

export interface PlannedAuditData extends DescribedData {
  /** `internal`, `external` or `supplier`, as written; internal where nothing is. */
  readonly kind: string;
  readonly programme: NamedData | null;
  readonly planned: string | null;
  readonly performed: string | null;
  readonly state: 'performed' | 'planned' | 'overdue' | 'not dated';
  readonly auditors: readonly NamedData[];
  /** The clauses and controls that are its scope. */
  readonly covers: readonly NamedData[];
}

export const auditProgrammeData = (view: IsmsView): AuditProgramme => ({
  $schema: 'urn:isms-as-code:schema:audit-programme:1',
  ...headData(view),
  programmes: byName(view, view.all('Programme'), (programme, name) => {
    const { from = null, to = null } = cycleOf(programme);
    const { clauses, controls } = auditGap(view, programme);
    return {
      ...name,
      cycle: periodData(programme.cycle),
      from,
      to,
      owner: refData(view, programme.owner),
      approved: approvalData(view, programme.approved),
      audits: byName(view, auditsOf(view, programme), (_, { id, title }) => ({ id, title })),
      clauses: gap(clauses),
      controls: gap(controls),
    };
  }),
  audits: byName(view, view.all('Audit'), (audit, name) => plannedAudit(view, audit, name)),
});

const gap = ({ total, missing }: Gap): GapData => ({ total, missing });

/** An audit, performed or not. */
export const plannedAudit = (view: IsmsView, audit: Declarations['Audit'], name: DescribedData): PlannedAuditData => ({
  ...name,
  kind: audit.kind?.value ?? 'internal',
  programme: refData(view, audit.programme),
  planned: valueData(audit.planned),
  performed: valueData(audit.performed),
  state: audit.performed
    ? 'performed'
    : audit.planned
      ? audit.planned.value < view.asOf
        ? 'overdue'
        : 'planned'
      : 'not dated',
  auditors: refsData(view, audit.auditors),
  covers: refsData(view, audit.covers).map(clauseTitle),
});

/** A clause by its number with its title. */
const clauseTitle = ({ id, title }: NamedData): NamedData => ({ id, title: title ?? findClause(id)?.title ?? null });
