/** What a management review considers and what reviews decided, for programs. (9.3) */
import { isOverdue } from '../../analysis/action.ts';
import { isInternal } from '../../analysis/audit-coverage.ts';
import { dateOf, latest } from '../../analysis/deadline.ts';
import { riskMethod } from '../../analysis/method.ts';
import { nextManagementReview } from '../../analysis/next-dates.ts';
import { riskLines } from '../../analysis/risk-register.ts';
import type { Decision, Declarations } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import type { BoardSummaryData } from './_board.ts';
import {
  type ActionData,
  action,
  byName,
  type DescribedData,
  type EvidenceData,
  evidenceData,
  type HeadData,
  headData,
  type NamedData,
  type ParticularsData,
  particularsData,
  periodData,
  refData,
  refsData,
  textData,
  valueData,
} from './_shared.ts';
import { type FindingData, findingsData } from './corrective-actions.ts';
import { type IncidentData, incidentsAndChangesData } from './incidents-and-changes.ts';
import { type MetricData, type ObjectiveData, objectivesData } from './objectives.ts';
import { type PartyData, partiesData } from './requirements.ts';
import { type OpportunityData, opportunitiesData } from './risk-treatment-plan.ts';
import { type IssueData, issuesData } from './scope-statement.ts';

export interface ManagementReview extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:management-review:1';
  /** For whom it is written: the board is given one page. */
  readonly edition: 'internal' | 'board';
  /** What the page for the board says; null in the other edition. */
  readonly summary: BoardSummaryData | null;
  /** The day on which the last review was held: what happened since is what the next one looks at. */
  readonly lastHeld: string | null;
  /** The day by which the next one is due. */
  readonly nextDue: string | null;
  readonly inputs: InputsData;
  /** The reviews, in natural order. */
  readonly reviews: readonly ReviewData[];
}

/** The inputs of 9.3.2, each as the ISMS has it. */
export interface InputsData {
  /** 9.3.2 a: decisions of earlier reviews. */
  readonly decisions: readonly DecisionData[];
  /** 9.3.2 b. */
  readonly issues: readonly IssueData[];
  /** 9.3.2 b: planned changes of the ISMS. */
  readonly changes: readonly NamedData[];
  /** 9.3.2 c. */
  readonly parties: readonly PartyData[];
  /** 9.3.2 d 1: those that are open, or were raised or closed since the last review. */
  readonly findings: readonly FindingData[];
  /** 9.3.2 d 2. */
  readonly metrics: readonly MetricData[];
  /** 9.3.2 d 3: audits performed since the last review. */
  readonly audits: readonly AuditResultData[];
  /** 9.3.2 d 4. */
  readonly objectives: readonly ObjectiveData[];
  /** 9.3.2 d: incidents that are open, or were detected since the last review. */
  readonly incidents: readonly IncidentData[];
  /** 9.3.2 f. */
  readonly risks: RiskStatusData;
  /** 9.3.2 g: opportunities and observations that are open. */
  readonly opportunities: readonly FindingData[];
  /** 9.3.2 g: what the ISMS is to take up beside its risks. */
  readonly improvements: readonly OpportunityData[];
}

export interface DecisionData extends ParticularsData {
  readonly review: NamedData;
  readonly id: string | null;
  readonly title: string;
  readonly owner: NamedData | null;
  readonly due: string | null;
  /** As written; `open` where nothing is. */
  readonly status: string;
  readonly overdue: boolean;
}

export interface AuditResultData {
  readonly id: string;
  readonly title: string | null;
  readonly performed: string;
  /** Whether it is one of the organisation's own. */
  readonly internal: boolean;
  readonly conclusion: string | null;
  readonly findings: number;
}

export interface RiskStatusData {
  readonly total: number;
  readonly notAssessed: number;
  readonly aboveAppetiteBefore: number;
  readonly aboveAppetiteAfter: number;
  readonly accepted: number;
  readonly levels: readonly LevelCountData[];
  /** The actions of the treatment plan that are open. */
  readonly openActions: readonly RiskActionData[];
  readonly doneActions: number;
}

export interface LevelCountData {
  readonly level: string;
  readonly before: number;
  readonly today: number;
  readonly after: number;
}

export interface RiskActionData {
  readonly risk: NamedData;
  readonly action: ActionData;
}

export interface ReviewData extends DescribedData {
  readonly planned: string | null;
  readonly held: string | null;
  /** When the next one is due, counted from this one. */
  readonly next: string | null;
  readonly attendees: readonly NamedData[];
  /** What was considered, as written. */
  readonly inputs: readonly string[];
  readonly decisions: readonly DecisionData[];
  readonly evidence: readonly EvidenceData[];
}

/** The whole review; with a summary it is the edition of the board. */
export function managementReviewData(view: IsmsView, summary?: BoardSummaryData): ManagementReview {
  const reviews = view.all('Review');
  const last = latest(...reviews.map(({ held }) => dateOf(held)));
  const lastReview = last === undefined ? undefined : reviews.find(({ held }) => dateOf(held) === last);
  const data = byName(view, reviews, (review, name) => reviewData(view, review, name));
  return {
    $schema: 'urn:isms-as-code:schema:management-review:1',
    ...headData(view),
    edition: summary ? 'board' : 'internal',
    summary: summary ?? null,
    lastHeld: last ?? null,
    nextDue: (lastReview && nextManagementReview(lastReview)) ?? null,
    inputs: inputs(view, last ?? '', data),
    reviews: data,
  };
}

function inputs(view: IsmsView, last: string, reviews: readonly ReviewData[]): InputsData {
  const isRecent = (date: string | null): boolean => date !== null && date > last;
  const findings = findingsData(view, view.all('Finding'));
  const { incidents, changes } = incidentsAndChangesData(view);
  const { objectives, metrics } = objectivesData(view);
  const isImprovement = ({ severity }: FindingData): boolean =>
    severity === 'observation' || severity === 'opportunity';
  return {
    decisions: reviews.flatMap(({ held, decisions }) => (held === null ? [] : decisions)),
    issues: issuesData(view),
    changes: changes
      .filter(({ status }) => status !== 'done' && status !== 'cancelled')
      .map(({ id, title }) => ({ id, title })),
    parties: partiesData(view),
    findings: findings.filter(
      one => one.nonconformity && (one.state !== 'closed' || isRecent(one.raised) || isRecent(one.closed)),
    ),
    metrics,
    audits: auditResults(view, last),
    objectives,
    incidents: incidents.filter(({ detected, resolved }) => resolved === null || isRecent(detected)),
    risks: riskStatus(view),
    opportunities: findings.filter(one => isImprovement(one) && one.state !== 'closed'),
    improvements: opportunitiesData(view),
  };
}

const auditResults = (view: IsmsView, last: string): AuditResultData[] =>
  byName(
    view,
    view.all('Audit').filter(({ performed }) => performed !== undefined && performed.value > last),
    (audit, name) => ({
      id: name.id,
      title: name.title,
      performed: audit.performed?.value ?? '',
      internal: isInternal(audit),
      conclusion: textData(audit.conclusion),
      findings: view.users(name.id, 'Audit', 'Finding').length,
    }),
  );

function riskStatus(view: IsmsView): RiskStatusData {
  const risks = riskLines(view);
  const method = view.get(riskMethod);
  const actions = risks.flatMap(({ id, title, actions: own }) =>
    own.map(one => ({ risk: { id, title: title ?? null }, action: action(one) })),
  );
  const isDone = ({ action: { status } }: RiskActionData): boolean => status === 'done';
  const count = (stage: 'inherent' | 'current' | 'residual', level: string): number =>
    risks.filter(risk => risk[stage]?.level === level).length;
  return {
    total: risks.length,
    notAssessed: risks.filter(({ inherent }) => !inherent?.level).length,
    aboveAppetiteBefore: risks.filter(({ inherent }) => inherent?.isAboveAppetite === true).length,
    aboveAppetiteAfter: risks.filter(({ residual }) => residual?.isAboveAppetite === true).length,
    accepted: risks.filter(({ accepted }) => accepted?.on !== undefined).length,
    levels: (method?.levels ?? []).map(({ label }) => ({
      level: label,
      before: count('inherent', label),
      today: count('current', label),
      after: count('residual', label),
    })),
    openActions: actions.filter(one => !isDone(one) && one.action.status !== 'cancelled'),
    doneActions: actions.filter(isDone).length,
  };
}

const reviewData = (view: IsmsView, review: Declarations['Review'], name: DescribedData): ReviewData => ({
  ...name,
  planned: valueData(review.planned),
  held: valueData(review.held),
  next: periodData(review.next),
  attendees: refsData(view, review.attendees),
  inputs: review.inputs.map(({ value }) => value),
  decisions: review.decisions.map(decision => decisionData(view, decision, { id: name.id, title: name.title })),
  evidence: evidenceData(view, review.evidence),
});

const decisionData = (view: IsmsView, decision: Decision, review: NamedData): DecisionData => ({
  review,
  ...particularsData(view, decision),
  id: decision.names[0]?.value ?? null,
  title: decision.title?.value ?? '',
  owner: refData(view, decision.owner),
  due: valueData(decision.due),
  status: decision.status?.value ?? 'open',
  overdue: isOverdue(decision, view.asOf),
});
