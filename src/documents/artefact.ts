import {
  controlledDocument,
  controlOf,
  type DocumentControl,
  type SignedBy,
  statementControl,
} from '../analysis/document-control.ts';
import { textOf } from '../analysis/named.ts';
import { label } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { Stage } from '../readiness/line.ts';
import type { Readiness } from '../readiness/readiness.ts';
import { day, english, inEnglish, inWording, type Saying, said, say, type Wording } from '../wording/wording.ts';
import type { Document, Fact, FileOf, JsonValue, ModelId, Prose } from './blocks.ts';
import { headData } from './data/_shared.ts';
import type { StatementHistory } from './data/_statement-history.ts';
import type { ModelContext } from './oscal/model.ts';

/**
 * Something that an auditor, a customer or the board asks for, generated from an ISMS: what it says; how it is written is a
 * format's business. It is the default export of a file in src/documents/artefacts/ that has its id as name.
 */
export interface Artefact extends Omit<ArtefactInfo, 'models'> {
  readonly parameters: readonly Parameter[];
  /** Whether it is the Statement of Applicability, whose version and approval the `isms` block states. */
  readonly isStatement?: true;
  /** Whether it is to work with and kept by nobody, so that it has neither version nor approval. */
  readonly isWorkingPaper?: true;
  /** What the document says; its id is that of the artefact, and its title too unless it says another one. */
  readonly build: (subject: Subject, parameters: Parameters) => Content;
  /** The models of OSCAL that say the same; each throws a `NothingToSayError` where the ISMS lacks what the model asks for. */
  readonly models?: { readonly [model in ModelId]?: WriteModel };
}

/** Makes a model of OSCAL: an object with its one root. */
export type WriteModel = (subject: Subject, context: ModelContext, parameters: Parameters) => object;

/** What is known of an artefact without loading it. */
export interface ArtefactInfo {
  /** Name on the command line, e.g. `soa`: the name of its file. */
  readonly id: string;
  /** Name for people, e.g. `Statement of Applicability`. */
  readonly title: string;
  /** What it tells, in one line. */
  readonly description: string;
  /** Where the standard asks for it, e.g. `6.1.3 d`. */
  readonly clause: string;
  readonly parameters: readonly ParameterInfo[];
  /** The models of OSCAL that it can be written in. */
  readonly models: readonly ModelId[];
}

export interface Content extends Omit<Document, 'id' | 'title' | 'head' | 'data' | 'models' | 'gaps' | 'wording'> {
  readonly title?: string;
  readonly gaps?: readonly Saying[];
  /** What the cover says behind whose document it is, who approved it, and as of when. */
  readonly head: readonly Fact[];
  /** The interfaces of src/documents/data have no index signatures, so that they are no `JsonValue` to the compiler; schemas hold them to it. */
  readonly data: () => object;
}

/** The document of an artefact, as the ISMS is now. What is for programs is the same in all languages. */
export const documentOf = (
  artefact: Artefact,
  subject: Subject,
  parameters: Parameters,
  wording: Wording = english,
): Document =>
  inWording(wording, () => {
    const { head, data, gaps = [], ...content } = artefact.build(subject, parameters);
    const control = artefact.isWorkingPaper
      ? undefined
      : documentControl(subject.view, artefact, parameters.edition !== 'customer');
    return {
      id: artefact.id,
      title: say(artefact.title),
      ...content,
      ...(control && !control.approved && { standing: say('not approved') }),
      head: [...coverFacts(subject.view, control), ...gapFacts(gaps), ...head],
      gaps: gaps.map(inEnglish),
      data: () => data() as JsonValue,
      models: modelsOf(artefact, subject, parameters),
      wording,
    };
  });

/** The models of an artefact, each made when it is asked for. */
function modelsOf({ models = {}, title }: Artefact, subject: Subject, parameters: Parameters): Document['models'] {
  const context = (fileOf: FileOf): ModelContext => ({ title, head: headData(subject.view), fileOf });
  return Object.fromEntries(
    Object.entries(models).map(([model, write]) => [
      model,
      (fileOf: FileOf) => write(subject, context(fileOf), parameters) as JsonValue,
    ]),
  );
}

/** That the document is incomplete, beside its approval, so that nobody takes it for a whole one. */
const gapFacts = (gaps: readonly Saying[]): Fact[] =>
  gaps.length ? [{ id: 'incomplete', label: say('Incomplete'), value: gaps.map(said).join('; ') }] : [];

/** Whose document it is, in which version, approved by whom, and as of when; of a working paper, whose and as of when. */
function coverFacts(view: IsmsView, control: DocumentControl | undefined): Fact[] {
  const { isms } = view;
  const whose: Fact[] = [
    { id: 'organisation', label: say('Organisation'), value: textOf(isms?.organization) ?? '' },
    { id: 'isms', label: say('ISMS'), value: isms?.title?.value ?? (isms ? label(isms) : '') },
  ];
  const asOf: Fact = { id: 'as-of', label: say('As of'), value: view.asOf, isDay: true };
  const known = whose.filter(({ value }) => value !== '');
  if (!control) return [...known, asOf];
  return [
    ...known,
    ...(control.document ? [{ id: 'document', label: say('Document'), value: control.document.id }] : []),
    versionFact(control.version),
    { id: 'classification', label: say('Classification'), value: control.classification ?? say('not stated') },
    ...(control.owner ? [{ id: 'owner', label: say('Owner'), value: control.owner }] : []),
    { id: 'approved', label: say('Approved'), value: approvalText(control.approved) },
    ...(control.nextReview
      ? [{ id: 'next-review', label: say('Next review'), value: control.nextReview, isDay: true as const }]
      : []),
    asOf,
  ];
}

/** Customers are told no names of persons. */
function documentControl(view: IsmsView, { isStatement, clause, title }: Artefact, persons: boolean): DocumentControl {
  const document = controlledDocument(view, clausesIn(clause), title);
  return (isStatement ? statementControl : controlOf)(view, document, persons);
}

/** `6.1.3 d, 8.3` names 6.1.3 and 8.3; a clause of another standard is none of the ISMS. */
const clausesIn = (clause: string): string[] =>
  clause.startsWith('ISO') ? [] : clause.split(', ').map(one => one.split(' ', 1)[0] ?? '');

const versionFact = (version: string | undefined): Fact => ({
  id: 'version',
  label: say('Version'),
  ...(version ? { value: version } : { value: say('not stated'), isUnstated: true }),
});

function approvalText(approved: SignedBy | undefined): string {
  if (!approved) return say('not approved');
  const { on, by, until } = approved;
  const parts = [on && day(on), by.length && say('by {0}', by.join(', ')), until && say('until {0}', day(until))];
  return parts.filter(part => part).join(' ');
}

/** What may be chosen about an artefact; everything if left out. */
export interface Parameter extends ParameterInfo {
  /** The values, where they depend on what the ISMS has; `values` is empty then. */
  readonly valuesOf?: (view: IsmsView) => readonly ParameterValue[];
}

/** A value that may be chosen. */
export interface ParameterValue {
  readonly id: string;
  /** What it is called, where it has a title beside its name. */
  readonly title?: string | undefined;
}

export interface ParameterInfo {
  /** E.g. `stage`. */
  readonly id: string;
  readonly description: string;
  /** What is meant where it is left out: one of the values, or words such as `all frameworks`. */
  readonly otherwise: string;
  /** Empty where they depend on what the ISMS has. */
  readonly values: readonly string[];
  /** Without which it cannot be chosen; only those are asked about it who look for it. */
  readonly needs?: 'git';
}

/** Values by the ids of parameters. */
export type Parameters = Readonly<Record<string, string>>;

/** What a document is made from. */
export interface Subject {
  readonly view: IsmsView;
  /** The URI of the folder of the ISMS. */
  readonly root: string;
  /** How ready the ISMS is, for one stage or both. */
  readonly readiness: (stage?: Stage) => Readiness;
  /** What changed in the Statement of Applicability before; absent where nobody asked, or nothing is known. */
  readonly history?: StatementHistory | undefined;
  /** Reads a text of the model; see prose.ts, which is loaded only when something is exported. */
  readonly prose: (text: string) => Prose;
}
