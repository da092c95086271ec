import type { IsmsView } from '../model/view.ts';
import type { Stage } from '../readiness/line.ts';
import type { Readiness } from '../readiness/readiness.ts';
import type { Document, Prose } from './blocks.ts';

/**
 * Something that an auditor, a customer or the board asks for, generated from an ISMS: what it says; how it is written is a
 * format's business. It is the default export of a file in src/documents/artefacts/ that has its id as name.
 */
export interface Artefact {
  /** Name on the command line, e.g. `soa`: the name of its file. */
  readonly id: string;
  /** Name for people, e.g. `Statement of Applicability`. */
  readonly title: string;
  /** What it tells, in one line. */
  readonly description: string;
  /** Where the standard asks for it, e.g. `6.1.3 d`. */
  readonly clause: string;
  readonly parameters: readonly Parameter[];
  /** What the document says; its id and title are those of the artefact. */
  readonly build: (subject: Subject, parameters: Parameters) => Content;
}

type Content = Omit<Document, 'id' | 'title'>;

/** The document of an artefact, as the ISMS is now. */
export const documentOf = (artefact: Artefact, subject: Subject, parameters: Parameters): Document => ({
  id: artefact.id,
  title: artefact.title,
  ...artefact.build(subject, parameters),
});

/** What may be chosen about an artefact; everything if left out. */
export interface Parameter {
  /** E.g. `stage`. */
  readonly id: string;
  readonly description: string;
  readonly values: readonly string[];
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
  /** Reads a text of the model; see prose.ts, which is loaded only when something is exported. */
  readonly prose: (text: string) => Prose;
}
