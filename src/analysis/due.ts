/** What is open and has a day until which it is due: reviews, audits, actions, evidence and approvals. (6.2, 8.2, 9.1, 9.2, 9.3) */
import { compareCodeUnits, compareNaturally } from '../catalogues/natural-order.ts';
import type { IsoDate } from '../model/dates.ts';
import {
  type Action,
  type AnyNode,
  type Declaration,
  type Declarations,
  type Kind,
  type Located,
  label,
  type Ref,
} from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { isOpen } from './action.ts';
import { cycleOf } from './audit-coverage.ts';
import { isIncluded } from './control.ts';
import { dateOf, latest } from './deadline.ts';
import { usersOfRecentEvidence } from './evidence.ts';
import { inUse } from './neighbours.ts';
import {
  competenceEnds,
  evidenceEnds,
  nextAssessment,
  nextDocumentReview,
  nextManagementReview,
  nextMeasurement,
  nextStatementReview,
  nextSupplierReview,
} from './next-dates.ts';
import { isSoon } from './reviews.ts';

export interface Due {
  /** The last day that is in time; undefined where none follows from what is declared. */
  readonly on: IsoDate | undefined;
  /** What is to be done, such as `risk assessment` or `audit`. */
  readonly what: string;
  readonly node: AnyNode;
  /** What it belongs to, such as the risk of an action. */
  readonly of?: Declaration;
  readonly owner?: Ref | undefined;
}

/** Something that has a day. */
export interface Dated extends Due {
  readonly on: IsoDate;
  /** What it is called: its own name, or that of what it belongs to. */
  readonly id: string;
  readonly of: Declaration;
  /** The folder of the other ISMS that has to do it, as `uses:` says it; undefined for what this ISMS has to do. */
  readonly keptIn: string | undefined;
}

/** All that this ISMS has to do by a day, past ones too: by day; on one day by what is due. */
export const datedDues = (view: IsmsView): Dated[] =>
  dated(view, kind => view.all(kind)).filter(({ keptIn }) => keptIn === undefined);

/** The same, with what others have to do that this ISMS relies on. */
export const allDatedDues = (view: IsmsView): Dated[] => dated(view, inUse(view));

/** All declarations of a kind that are looked at. */
type Of = <K extends Kind>(kind: K) => readonly Declarations[K][];

const dated = (view: IsmsView, of: Of): Dated[] =>
  [...dueDates(view, of)]
    .flatMap((due): Dated[] => {
      const { on, node, of: whole = node as Declaration } = due;
      if (on === undefined) return [];
      const id = (node.names?.[0] ?? whole.names[0])?.value ?? label(whole);
      return [{ ...due, on, of: whole, id, keptIn: view.origin(whole) }];
    })
    .sort((a, b) => compareCodeUnits(a.on, b.on) || compareCodeUnits(a.what, b.what) || compareNaturally(a.id, b.id));

/** All that is open, in the order of the kinds. */
function* dueDates(view: IsmsView, of: Of): Generator<Due> {
  yield* risksAndActions(view);
  yield* documentsAndEvidence(view, of);
  yield* assurance(view);
  yield* operation(view, of);
}

function* actionsOf(of: Declaration & { readonly actions: readonly Action[] }): Generator<Due> {
  for (const action of of.actions) {
    if (isOpen(action)) yield { on: dateOf(action.due), what: 'action', node: action, of, owner: action.owner };
  }
}

function* risksAndActions(view: IsmsView): Generator<Due> {
  for (const risk of view.all('Risk')) {
    const { owner, accepted } = risk;
    yield { on: nextAssessment(view, risk), what: 'risk assessment', node: risk, owner };
    yield { on: dateOf(accepted?.until), what: 'end of an acceptance', node: risk, owner };
    yield* actionsOf(risk);
  }
  for (const objective of view.all('Objective')) {
    const isEnded = objective.status?.value === 'reached' || objective.status?.value === 'missed';
    if (!isEnded) yield { on: dateOf(objective.due), what: 'objective', node: objective, owner: objective.owner };
    yield* actionsOf(objective);
  }
  for (const control of view.all('Control')) if (isIncluded(control)) yield* actionsOf(control);
  for (const opportunity of view.all('Opportunity')) yield* actionsOf(opportunity);
  for (const metric of view.all('Metric')) {
    yield { on: nextMeasurement(metric), what: 'measurement', node: metric, owner: metric.owner };
  }
}

function* documentsAndEvidence(view: IsmsView, of: Of): Generator<Due> {
  const { isms } = view;
  if (isms) {
    const on = nextStatementReview(isms);
    yield { on, what: 'review of the Statement of Applicability', node: isms, owner: isms.owner };
  }
  for (const document of of('PolicyDocument')) {
    const on = nextDocumentReview(view, document);
    yield { on, what: 'review of a document', node: document, owner: document.owner };
  }
  for (const method of view.all('Method')) {
    yield { on: dateOf(method.approved?.until), what: 'end of an approval', node: method };
  }
  for (const exception of view.all('Exception')) {
    yield {
      on: dateOf(exception.approved?.until),
      what: 'end of an exception',
      node: exception,
      owner: exception.owner,
    };
  }
  for (const evidence of of('Evidence')) {
    const [name] = evidence.names;
    const on = evidenceEnds(evidence);
    // What nobody relies on today need not be renewed.
    if (on && name && usersOfRecentEvidence(view, name.value).length)
      yield { on, what: 'evidence', node: evidence, owner: evidence.owner };
  }
  for (const competence of view.all('Competence')) {
    const on = competenceEnds(competence);
    if (!hasLeft(view, competence.person)) yield { on, what: 'competence', node: competence, owner: competence.person };
  }
}

function hasLeft(view: IsmsView, person: Ref | undefined): boolean {
  const found = person && view.resolve(person)?.declaration;
  return found?.$type === 'Person' && (dateOf(found.left) ?? '9999') <= view.asOf;
}

function* assurance(view: IsmsView): Generator<Due> {
  for (const audit of view.all('Audit')) {
    if (!audit.performed) yield { on: dateOf(audit.planned), what: 'audit', node: audit, owner: audit.auditors[0] };
  }
  for (const programme of view.all('Programme')) {
    yield { on: cycleOf(programme).to, what: 'end of an audit programme', node: programme, owner: programme.owner };
  }
  for (const finding of view.all('Finding')) {
    if (!finding.closed) yield { on: dateOf(finding.due), what: 'finding', node: finding, owner: finding.owner };
    yield* actionsOf(finding);
  }
  yield* managementReviews(view);
  for (const certification of view.all('Certification')) yield* certificationDates(view, certification);
}

/** What is planned, else when the next one is due after the last that was held. */
function* managementReviews(view: IsmsView): Generator<Due> {
  const reviews = view.all('Review');
  for (const review of reviews) {
    if (!review.held) yield { on: dateOf(review.planned), what: 'management review', node: review };
    for (const decision of review.decisions) {
      if (isOpen(decision))
        yield { on: dateOf(decision.due), what: 'decision', node: decision, of: review, owner: decision.owner };
    }
  }
  const isPlanned = reviews.some(({ held, planned }) => !held && planned && isSoon(planned.value, view.asOf));
  const last = latest(...reviews.map(({ held }) => dateOf(held)));
  const lastHeld = reviews.find(({ held }) => held !== undefined && dateOf(held) === last);
  if (!isPlanned && lastHeld)
    yield { on: nextManagementReview(lastHeld), what: 'management review after', node: lastHeld };
}

/** Dates of the certification body that have not come yet, and the end of the certificate. */
function* certificationDates({ asOf }: IsmsView, certification: Declarations['Certification']): Generator<Due> {
  const ahead = (date: Located<string> | undefined): IsoDate | undefined => {
    const day = dateOf(date);
    return day !== undefined && day >= asOf ? day : undefined;
  };
  const node = certification;
  yield { on: ahead(certification.stage1), what: 'stage 1 audit', node };
  yield { on: ahead(certification.stage2), what: 'stage 2 audit', node };
  for (const date of certification.surveillance) yield { on: ahead(date), what: 'surveillance audit', node };
  yield { on: dateOf(certification.expires), what: 'end of the certificate', node };
}

function* operation(view: IsmsView, of: Of): Generator<Due> {
  for (const supplier of of('Supplier')) {
    const on = nextSupplierReview(supplier);
    yield { on, what: 'review of a supplier', node: supplier, owner: supplier.owner };
  }
  for (const change of view.all('Change')) {
    const isEnded = change.status?.value === 'done' || change.status?.value === 'cancelled';
    if (!isEnded) yield { on: dateOf(change.planned), what: 'change', node: change, owner: change.owner };
  }
}
