/**
 * What pictures show, as plain data that can be sent: the dashboard in VS Code, the served page and the exported site draw it. Types
 * only, so that a page takes nothing of the core with it. What is not known is null. Days are ISO dates.
 */
import type { CoverageCounts, SoaCoverage } from '../analysis/coverage.ts';
import type { ActionData, ApprovalData, NamedData } from '../documents/data/_shared.ts';
import type { DueData } from '../documents/data/calendar.ts';

export type { NamedData } from '../documents/data/_shared.ts';

/** A place of the sources. */
export interface SourcePlace {
  /** From the folder of the ISMS, with `/`; of a file of another ISMS that it uses it begins with `../`, or is a URI where no path leads there. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

export interface Pictures {
  readonly version: 1;
  readonly organization: string | null;
  readonly isms: string;
  /** The day as of which everything was judged. */
  readonly asOf: string;
  readonly landscape: Landscape;
  readonly soa: SoaGrid;
  readonly trace: TraceGraph;
  /** What would follow if one thing were gone; only those from which something would. */
  readonly suppositions: readonly SuppositionData[];
  readonly calendar: readonly DueMark[];
  readonly meeting: Meeting;
  /** The places of the texts that could not be read, in the order of the ISMS: what stands there is missing from the pictures. */
  readonly damage: readonly Damage[];
}

export interface Damage {
  readonly place: SourcePlace;
  /** What is wrong, as the editor says it. */
  readonly message: string;
}

/** What a page that stays open is told: pictures of the ISMS as it is now, or why there are none. Those from before stay valid as such. */
export type News =
  | { readonly kind: 'pictures'; readonly pictures: Pictures }
  | { readonly kind: 'problem'; readonly message: string };

export type StageName = 'inherent' | 'today' | 'remaining';

export interface Landscape {
  /** Null where the method has no likelihood or no common impact scale. */
  readonly matrix: MatrixData | null;
  /** Lowest first. */
  readonly levels: readonly LevelData[];
  /** The highest level that is accepted without treatment. */
  readonly appetite: string | null;
  readonly risks: readonly RiskMark[];
}

export interface MatrixData {
  /** From the lowest to the highest. */
  readonly likelihood: readonly string[];
  readonly impact: readonly string[];
  /** The level of each likelihood (a list each) and impact; null where none follows. */
  readonly cells: readonly (readonly (string | null)[])[];
}

export interface LevelData {
  readonly word: string;
  /** Null where no level of acceptance is stated. */
  readonly accepted: boolean | null;
}

/** Where a risk stands. */
export interface PositionData {
  readonly level: string | null;
  /** Null where a matrix names the levels. */
  readonly score: number | null;
  /** Index of the likelihood and of the impact in the matrix, from the lowest; null where it has no place in it. */
  readonly row: number | null;
  readonly column: number | null;
  readonly aboveAppetite: boolean | null;
}

export interface RiskMark {
  readonly id: string;
  readonly title: string | null;
  readonly place: SourcePlace | null;
  readonly owner: NamedData | null;
  readonly treatment: readonly string[];
  readonly tags: readonly string[];
  readonly assets: readonly NamedData[];
  readonly threats: readonly NamedData[];
  readonly controls: readonly NamedData[];
  readonly acceptedUntil: string | null;
  readonly acceptedOn: string | null;
  /** Without treatment; today; when the treatment is complete. Null where nothing follows from what is stated. */
  readonly positions: Readonly<Record<StageName, PositionData | null>>;
}

export interface SoaGrid {
  readonly counts: SoaCoverage;
  readonly controls: readonly ControlTile[];
}

export type Counts = CoverageCounts;

export interface ControlTile {
  readonly id: string;
  readonly title: string;
  /** Null for a control of the organisation's own that states none. */
  readonly theme: string | null;
  readonly own: boolean;
  /** Null as long as nothing is decided. */
  readonly decision: 'yes' | 'no' | 'inherited' | null;
  readonly status: 'implemented' | 'partial' | 'planned' | null;
  readonly justification: string | null;
  readonly reasons: readonly { readonly code: string; readonly names: readonly NamedData[] }[];
  readonly exclusions: readonly string[];
  readonly owner: NamedData | null;
  readonly risks: readonly NamedData[];
  readonly evidence: readonly EvidenceMark[];
  /** What is open about it, gravest first. */
  readonly gaps: readonly Gap[];
  readonly place: SourcePlace | null;
}

export type Gap = 'undecided' | 'no-justification' | 'not-implemented' | 'evidence-expired' | 'no-evidence';

export interface EvidenceMark extends NamedData {
  readonly collected: string | null;
  /** The last day on which it is recent enough; null where no period is stated. */
  readonly validUntil: string | null;
  /** From the day of judgement to the last valid one; negative where it has passed. */
  readonly daysLeft: number | null;
  readonly place: SourcePlace | null;
}

export type TraceKind = 'requirement' | 'asset' | 'threat' | 'risk' | 'control' | 'evidence';

/** Requirement, asset → threat → risk → control → evidence. */
export interface TraceGraph {
  readonly nodes: readonly TraceNode[];
  /** Indexes of `nodes`, each pair once. */
  readonly links: readonly (readonly [from: number, to: number])[];
}

export interface TraceNode extends NamedData {
  readonly kind: TraceKind;
  readonly place: SourcePlace | null;
  /** What is wrong with leaning on it: not declared, excluded, undecided, or no longer valid. */
  readonly fault: 'missing' | 'excluded' | 'undecided' | 'expired' | null;
}

/** What would follow if a control were gone, a supplier failed or evidence ended; docs/what-if.md has the definitions. */
export interface SuppositionData extends NamedData {
  readonly kind: 'control' | 'supplier' | 'evidence';
  /** The risks that would stand higher, or of which it is not known. */
  readonly risks: readonly RiskRise[];
  /** The controls whose lines in the Statement of Applicability would be untrue. */
  readonly lines: readonly string[];
  /** What a failing supplier provides, with all that depends on it. */
  readonly assets: readonly NamedData[];
}

export interface RiskRise {
  readonly id: string;
  /** Levels; null where none is known. */
  readonly before: string | null;
  readonly after: string | null;
  /** Whether it would be above what is accepted, and is not today; null where that is not known. */
  readonly risesAbove: boolean | null;
}

export interface DueMark extends DueData {
  readonly place: SourcePlace | null;
}

/** What a meeting that accepts risks and decides about controls goes through, one after the other. */
export interface Meeting {
  /** In the order of importance (`agenda.ts`); each has its mark in the landscape. */
  readonly risks: readonly RiskItem[];
  /** In the order of importance; each has its tile in the Statement of Applicability. */
  readonly controls: readonly ControlItem[];
}

/** Why something stands where it does in the agenda. */
export type Urgency =
  | 'above'
  | 'unassessed'
  | 'acceptance-ended'
  | 'assessment-overdue'
  | 'action-overdue'
  | 'not-accepted'
  | 'controls-open'
  | 'actions-open'
  | Gap;

/** What an approver needs to know of anything, beside its mark. */
export interface MeetingItem {
  readonly id: string;
  /** Gravest first. */
  readonly urgency: readonly Urgency[];
  readonly description: string | null;
  /** Those of its treatment or implementation that have not been called off. */
  readonly actions: readonly ActionData[];
  /** What management reviews have decided about it: decisions whose words name it. */
  readonly decisions: readonly DecisionMark[];
  /** What the checks find in its declaration, errors first. */
  readonly findings: readonly CheckMark[];
}

export interface RiskItem extends MeetingItem {
  readonly scenario: string | null;
  readonly vulnerabilities: readonly NamedData[];
  /** With whom it is shared. */
  readonly counterparties: readonly NamedData[];
  readonly accepted: ApprovalData | null;
  /** What the acceptance is worth today: stated and not over, over, given with a signed treatment plan, or none. */
  readonly acceptance: 'valid' | 'ended' | 'with-plan' | 'none';
  /** Whether its owner is among those who accepted it; null where that cannot be told. */
  readonly acceptedByOwner: boolean | null;
  readonly assessed: string | null;
  /** The day by which it is to be assessed again. */
  readonly nextAssessment: string | null;
  /** The incidents in which it came true. */
  readonly incidents: readonly NamedData[];
}

export interface ControlItem extends MeetingItem {
  readonly implementation: string | null;
  /** Who performs an inherited control, or a part of a shared one. */
  readonly supplier: NamedData | null;
  readonly policies: readonly NamedData[];
  /** The findings of audits about it that are not closed. */
  readonly nonconformities: readonly NamedData[];
}

export interface DecisionMark {
  readonly review: NamedData;
  /** When the review was held, else is planned. */
  readonly on: string | null;
  readonly title: string;
  readonly owner: NamedData | null;
  readonly due: string | null;
  readonly place: SourcePlace | null;
}

export interface CheckMark {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly place: SourcePlace;
}
