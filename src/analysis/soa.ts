/**
 * The Statement of Applicability: what it says of the ISMS, and a line for each control. (6.1.3 d)
 * A function and no query, since it holds prose: it is built when somebody wants to read it.
 */
import { annexA, type ThemeId, themes } from '../catalogues/annex-a.ts';
import { compareNaturally } from '../catalogues/natural-order.ts';
import { type Control, label, type Requirement } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { type ChangesSinceApproval, changesSinceApproval } from './approval.ts';
import {
  type Decision,
  decisionOf,
  partnerOf,
  type ReasonCode,
  reasonCodes,
  reasonsOf,
  requirementCode,
  requirementsNaming,
  risksOf,
} from './control.ts';
import { type ControlStatus, controlStatus, entriesById, ownIds } from './coverage.ts';
import { type NamedEvidence, namedEvidence } from './evidence.ts';
import { type Named, type NamedApproval, named, namedApproval, refer, textOf } from './named.ts';

/** Why a control is needed: the abbreviation, with the risks or requirements behind it. */
export interface SoaReason {
  readonly code: ReasonCode;
  readonly ids: readonly string[];
  /** What the ids are called, in their order. */
  readonly names: readonly Named[];
}

export interface Exclusion {
  /** `not-necessary`, `not-in-scope`, `no-such-asset`, `no-such-activity`, `law-does-not-apply` or `covered-by`. */
  readonly ground: string;
  readonly coveredBy?: string;
}

export interface SoaLine {
  readonly id: string;
  readonly title: string;
  /** Absent for a control of the organisation's own that states none. */
  readonly theme?: ThemeId;
  /** Whether it is beyond Annex A. */
  readonly own: boolean;
  /** Absent as long as nothing is decided. */
  readonly decision?: Decision;
  /** In the order RRA, LR, CO, BR; none for an excluded control. */
  readonly reasons: readonly SoaReason[];
  /** Only for an excluded control. */
  readonly exclusions: readonly Exclusion[];
  readonly justification?: string;
  /** Only for an applicable control. */
  readonly status?: ControlStatus;
  readonly implementation?: string;
  /** The supplier of an inherited control. */
  readonly provider?: Named;
  /** The supplier that a control is shared with, and who performs what. */
  readonly shared?: { readonly partner?: Named; readonly theirs?: string; readonly ours?: string };
  readonly owner?: Named;
  /** The risks that it treats, in natural order. */
  readonly risks: readonly Named[];
  readonly requirements: readonly Named[];
  readonly evidence: readonly NamedEvidence[];
  readonly policies: readonly Named[];
}

export interface StatementOfApplicability {
  readonly organization?: string;
  /** Name and title of the `isms` block; absent where there is none. */
  readonly isms?: Named;
  /** As written, such as `ISO27001-2022`. */
  readonly standard?: string;
  readonly version?: string;
  readonly owner?: Named;
  readonly approved?: NamedApproval;
  readonly asOf: string;
  /** What is no longer as it was approved; absent where no record of the approval is kept. */
  readonly changes?: ChangesSinceApproval;
  /** The 93 controls of Annex A, then those of the organisation's own; each group in natural order. */
  readonly lines: readonly SoaLine[];
}

/** The Statement of Applicability as it stands. */
export function statementOfApplicability(view: IsmsView): StatementOfApplicability {
  const { isms } = view;
  const entries = entriesById(view.all('Control'));
  return {
    organization: isms?.organization?.value,
    isms: isms && named(isms, label(isms)),
    standard: isms?.standard?.value,
    version: isms?.version?.value,
    owner: isms?.owner && refer(view, isms.owner),
    approved: isms?.approved && namedApproval(view, isms.approved),
    asOf: view.asOf,
    changes: changesSinceApproval(view),
    lines: [
      ...annexA.map(({ id, title, theme }) => line(view, { id, title, theme, own: false }, entries.get(id))),
      ...ownIds(entries).map(id => ownLine(view, id, entries.get(id) as Control)),
    ],
  };
}

function ownLine(view: IsmsView, id: string, control: Control): SoaLine {
  const theme = themes.find(candidate => candidate.id === control.theme?.value)?.id;
  return line(view, { id, title: control.title?.value ?? '', theme, own: true }, control);
}

type Head = Pick<SoaLine, 'id' | 'title' | 'theme' | 'own'>;

function line(view: IsmsView, head: Head, control: Control | undefined): SoaLine {
  const decision = control && decisionOf(control);
  const risks = risksOf(view, control, head.id).sort(compareNaturally);
  const treated = risks.map(name =>
    named(view.named(name, 'Reason').find(({ node }) => node.$type === 'Risk')?.node, name),
  );
  const behind = requirementsOf(view, control, head.id);
  const included = decision !== 'no';
  const provider = control?.applicable?.provider;
  return {
    ...head,
    decision,
    reasons: included ? reasons(treated, behind) : [],
    exclusions: included || !control ? [] : exclusions(control),
    justification: textOf(control?.justification),
    status: included && decision && control ? controlStatus(control) : undefined,
    implementation: textOf(control?.implementation),
    provider: provider && refer(view, provider),
    ...sharedWith(view, control),
    owner: control?.owner && refer(view, control.owner),
    risks: treated,
    requirements: behind.map(({ requirement }) => requirement),
    evidence: (control?.evidence ?? []).map(ref => namedEvidence(view, ref)),
    policies: (control?.policies ?? []).map(ref => refer(view, ref)),
  };
}

/** Who performs what of a control that is shared with a supplier. */
function sharedWith(view: IsmsView, control: Control | undefined): Pick<SoaLine, 'shared'> {
  if (control?.applicable?.decision?.value !== 'shared') return {};
  const partner = partnerOf(control);
  const { theirs, ours } = control;
  return { shared: { partner: partner && refer(view, partner), theirs: textOf(theirs), ours: textOf(ours) } };
}

interface Behind {
  readonly code: ReasonCode;
  readonly requirement: Named;
}

/** The requirements that an entry names, in its order, then those that name the control; each once. */
function requirementsOf(view: IsmsView, control: Control | undefined, id: string): Behind[] {
  const found = new Map<string, Behind>();
  const add = (requirement: Requirement, name: string): void => {
    if (!found.has(name))
      found.set(name, { code: requirementCode(requirement), requirement: named(requirement, name) });
  };
  for (const ref of control ? reasonsOf(control) : []) {
    const node = view.resolve(ref)?.node;
    if (node?.$type === 'Requirement') add(node as Requirement, ref.name);
  }
  for (const requirement of requirementsNaming(view, id)) add(requirement, requirement.names[0]?.value ?? '');
  return [...found.values()];
}

function reasons(risks: readonly Named[], behind: readonly Behind[]): SoaReason[] {
  return reasonCodes.flatMap(code => {
    const names = code === 'RRA' ? risks : behind.filter(reason => reason.code === code).map(one => one.requirement);
    return names.length ? [{ code, names, ids: names.map(({ id }) => id) }] : [];
  });
}

const exclusions = (control: Control): Exclusion[] =>
  control.because.flatMap(({ ground, coveredBy }) =>
    ground ? [{ ground: ground.value, ...(coveredBy && { coveredBy: coveredBy.name }) }] : [],
  );
