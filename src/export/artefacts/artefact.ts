import type { IsmsView } from '../../model/view.ts';
import type { ExportDocument } from '../document.ts';

/** Something that an auditor or customer asks for, generated from an ISMS. What it says; how it is written is a format's business. */
export interface Artefact {
  /** Name on the command line, e.g. `soa`. */
  readonly id: string;
  /** Name for people, e.g. `Statement of Applicability`. */
  readonly title: string;
  /** Where the standard asks for it, e.g. `6.1.3 d`. */
  readonly clause: string;
  readonly build: (view: IsmsView) => ExportDocument;
}
