/** What a meeting goes through: risks and controls in the order of importance, with what an approver needs to know of each. (6.1.3 f, 9.3.3) */
import { isAcceptedByOwner, isAcceptedWithPlan } from '../analysis/acceptance.ts';
import { partnerOf } from '../analysis/control.ts';
import { entriesById } from '../analysis/coverage.ts';
import { dateOf, isPast } from '../analysis/deadline.ts';
import { isImplemented } from '../analysis/implementation.ts';
import { nextAssessment } from '../analysis/next-dates.ts';
import {
  type ActionData,
  actionsData,
  approvalData,
  named,
  refData,
  refsData,
  textData,
  valueData,
} from '../documents/data/_shared.ts';
import { type Control, type Declaration, label, type Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { withoutEnd } from '../model/without-end.ts';
import { said } from '../wording/wording.ts';
import { diagnosticOf } from '../workspace/diagnostic.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { controlAgenda, type Pair, riskAgenda } from './agenda.ts';
import type {
  CheckMark,
  ControlItem,
  ControlTile,
  DecisionMark,
  Landscape,
  Meeting,
  MeetingItem,
  NamedData,
  RiskItem,
  RiskMark,
  SoaGrid,
  Urgency,
} from './data.ts';
import { sourcePath, sourcePlace } from './places.ts';

/** What is known of declarations by what lies elsewhere: gathered once for all of them. */
interface Sources {
  readonly unit: IsmsUnit;
  readonly view: IsmsView;
  readonly entries: ReadonlyMap<string, Control>;
  readonly decisions: ReadonlyMap<string, readonly DecisionMark[]>;
  /** By the risks that came true in them. */
  readonly incidents: ReadonlyMap<string, readonly NamedData[]>;
  readonly findings: ReadonlyMap<Declaration, readonly CheckMark[]>;
}

/**
 * The agenda of an ISMS as it is now. A name that several declarations have by mistake is there once, as the first of them.
 * @param workspace whose findings are told; without it, none
 */
export function meetingOf(
  unit: IsmsUnit,
  { landscape, soa }: { readonly landscape: Landscape; readonly soa: SoaGrid },
  workspace: Workspace | undefined,
): Meeting {
  const view = unit.view();
  const entries = entriesById(view.all('Control'));
  const sources: Sources = {
    unit,
    view,
    entries,
    decisions: decisionsByName(unit, view),
    incidents: incidentsByRisk(view),
    findings: workspace ? findingsByDeclaration(workspace, unit) : new Map(),
  };
  const risks = new Map<string, Risk>();
  for (const risk of view.all('Risk')) if (!risks.has(label(risk))) risks.set(label(risk), risk);
  const riskPairs = [...firstById(landscape.risks)].flatMap(([id, mark]): Pair<RiskMark, RiskItem>[] => {
    const risk = risks.get(id);
    return risk ? [{ mark, item: riskItem(sources, mark, risk) }] : [];
  });
  const tiles = firstById(soa.controls);
  const controlPairs = [...tiles].map(
    ([id, mark]): Pair<ControlTile, ControlItem> => ({ mark, item: controlItem(sources, mark, entries.get(id)) }),
  );
  const rank = new Map(landscape.levels.map(({ word }, index) => [word, index + 1]));
  return {
    risks: riskAgenda(riskPairs, landscape.levels, risk => openControls(sources, risk)),
    controls: controlAgenda(
      controlPairs,
      new Map(landscape.risks.map(({ id, positions }) => [id, rank.get(positions.today?.level ?? '') ?? 0])),
    ),
  };
}

function firstById<T extends { readonly id: string }>(all: readonly T[]): Map<string, T> {
  const first = new Map<string, T>();
  for (const one of all) if (!first.has(one.id)) first.set(one.id, one);
  return first;
}

/** How many of the controls that treat a risk are declared and not in place. */
const openControls = ({ entries }: Sources, { controls }: RiskMark): number =>
  controls.filter(({ id }) => {
    const control = entries.get(id);
    return control !== undefined && !isImplemented(control);
  }).length;

const isOpenAction = ({ status }: ActionData): boolean => status !== 'done' && status !== 'cancelled';

/** What risks and controls have in common. */
const itemOf = (
  { view, decisions, findings }: Sources,
  id: string,
  declaration: Risk | Control | undefined,
): Omit<MeetingItem, 'urgency'> => ({
  id,
  description: textData(declaration?.description),
  actions: actionsData(view, declaration?.actions ?? []).filter(({ status }) => status !== 'cancelled'),
  decisions: decisions.get(id) ?? [],
  findings: (declaration && findings.get(declaration)) ?? [],
});

function riskItem(sources: Sources, mark: RiskMark, risk: Risk): RiskItem {
  const { view } = sources;
  const common = itemOf(sources, mark.id, risk);
  const next = nextAssessment(view, risk);
  const acceptance = acceptanceOf(view, risk);
  const isWithin = mark.positions.today?.aboveAppetite === false;
  // What is only kept and within the criteria needs nobody's acceptance.
  const isKept = risk.treatment.every(({ value }) => value === 'retain') && isWithin;
  const told: readonly (readonly [Urgency, boolean])[] = [
    ['above', mark.positions.today?.aboveAppetite === true],
    ['unassessed', !mark.positions.today?.level],
    ['acceptance-ended', acceptance === 'ended'],
    ['assessment-overdue', next !== undefined && next < view.asOf],
    ['action-overdue', common.actions.some(({ overdue }) => overdue)],
    ['not-accepted', acceptance === 'none' && !isKept],
    ['controls-open', openControls(sources, mark) > 0],
    ['actions-open', common.actions.some(isOpenAction)],
  ];
  return {
    ...common,
    urgency: told.flatMap(([urgency, isSo]) => (isSo ? [urgency] : [])),
    scenario: textData(risk.scenario),
    vulnerabilities: refsData(view, risk.vulnerabilities),
    counterparties: refsData(view, risk.counterparty),
    accepted: approvalData(view, risk.accepted),
    acceptance,
    acceptedByOwner: isAcceptedByOwner(view, risk) ?? null,
    assessed: valueData(risk.assessed),
    nextAssessment: next ?? null,
    incidents: sources.incidents.get(mark.id) ?? [],
  };
}

function acceptanceOf(view: IsmsView, risk: Risk): RiskItem['acceptance'] {
  const isStated = dateOf(risk.accepted?.on) !== undefined;
  const isOver = isPast(risk.accepted?.until, view.asOf);
  if (isStated && !isOver) return 'valid';
  if (isAcceptedWithPlan(view, risk)) return 'with-plan';
  return isStated ? 'ended' : 'none';
}

function controlItem(sources: Sources, mark: ControlTile, control: Control | undefined): ControlItem {
  const { view } = sources;
  const common = itemOf(sources, mark.id, control);
  const supplier = control && (control.applicable?.provider ?? partnerOf(control));
  return {
    ...common,
    urgency: [
      ...mark.gaps,
      ...(common.actions.some(({ overdue }) => overdue) ? (['action-overdue'] as const) : []),
      ...(common.actions.some(isOpenAction) ? (['actions-open'] as const) : []),
    ],
    implementation: textData(control?.implementation),
    supplier: refData(view, supplier),
    policies: refsData(view, control?.policies ?? []),
    nonconformities: view
      .users(mark.id, 'Control', 'Finding')
      .filter(({ closed, requirements }) => !closed && requirements.some(({ name }) => name === mark.id))
      .map(finding => ({ id: label(finding), title: textData(finding.title) })),
  };
}

function incidentsByRisk(view: IsmsView): Map<string, NamedData[]> {
  const found = new Map<string, NamedData[]>();
  for (const incident of view.all('Incident')) {
    const name: NamedData = { id: label(incident), title: textData(incident.title) };
    for (const id of new Set(incident.risks.map(ref => ref.name))) noteIn(found, id, name);
  }
  return found;
}

function noteIn<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** Words of a text that can be names of declarations; a full stop or hyphen behind one is none of it. */
const wordsIn = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}_][\p{L}\p{N}_.()-]*/gu) ?? []).map(word => withoutEnd(word, '.-'));

/** The decisions of management reviews by each name that their words hold. */
function decisionsByName(unit: IsmsUnit, view: IsmsView): Map<string, DecisionMark[]> {
  const found = new Map<string, DecisionMark[]>();
  for (const review of view.all('Review')) {
    for (const decision of review.decisions) {
      const title = textData(decision.title) ?? '';
      const mark: DecisionMark = {
        review: named({ id: label(review), ...(review.title && { title: review.title.value }) }),
        on: valueData(review.held) ?? valueData(review.planned),
        title,
        owner: refData(view, decision.owner),
        due: valueData(decision.due),
        place: sourcePlace(unit, review, decision),
      };
      for (const word of new Set(wordsIn(`${title} ${textData(decision.description) ?? ''}`))) {
        noteIn(found, word, mark);
      }
    }
  }
  return found;
}

const severities: readonly CheckMark['severity'][] = ['error', 'warning', 'info', 'hint'];

/** What is found in each declaration, as the editor shows it: errors first, then from top to bottom. */
function findingsByDeclaration(workspace: Workspace, unit: IsmsUnit): Map<Declaration, CheckMark[]> {
  const found = new Map<Declaration, CheckMark[]>();
  for (const uri of unit.isms.files.keys()) {
    for (const { block, finding } of workspace.findings(uri)) {
      const { declaration } = block;
      if (declaration?.$type !== 'Risk' && declaration?.$type !== 'Control') continue;
      const diagnostic = diagnosticOf(block, finding, workspace.severity(unit, finding.rule));
      if (!diagnostic) continue;
      const { line, character } = diagnostic.range.start;
      const place = { path: sourcePath(unit, uri), line: line + 1, column: character + 1 };
      const mark: CheckMark = { severity: diagnostic.severity, message: said(diagnostic.message), place };
      noteIn(found, declaration, mark);
    }
  }
  const rank = ({ severity }: CheckMark): number => severities.indexOf(severity);
  for (const marks of found.values()) {
    marks.sort(
      (a, b) =>
        rank(a) - rank(b) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column ||
        (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
    );
  }
  return found;
}
