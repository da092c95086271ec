/** The register of documented information for programs: what the standard asks for and where it is, and all documents. (7.5) */
import { isMaintained } from '../../analysis/documents.ts';
import { mandatoryInformation } from '../../analysis/mandatory-information.ts';
import { inUse } from '../../analysis/neighbours.ts';
import { evidenceEnds, nextDocumentReview } from '../../analysis/next-dates.ts';
import type { Declarations } from '../../model/declaration.ts';
import { label } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  type ApprovalData,
  approvalData,
  byName,
  type DescribedData,
  type HeadData,
  headData,
  type KeptData,
  keptData,
  type NamedData,
  periodData,
  refData,
  refsData,
  textData,
  valueData,
} from './_shared.ts';

export interface DocumentRegister extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:document-register:1';
  /** What the standard asks for in so many words, in the order of its clauses. */
  readonly information: readonly InformationData[];
  readonly documents: readonly DocumentData[];
  /** The records that show that controls and processes work. */
  readonly evidence: readonly RecordData[];
}

export interface InformationData {
  readonly key: string;
  readonly name: string;
  /** Such as `6.1.3 d)`. */
  readonly clause: string;
  /** A document is maintained, a record is retained. */
  readonly kind: 'document' | 'record';
  readonly state: 'there' | 'missing' | 'none-yet';
  /** What gives it; the first where there are several. */
  readonly at: SourceData | null;
}

export interface SourceData {
  /** The keyword of the declaration, such as `document` or `risk`. */
  readonly kind: string;
  readonly id: string;
  readonly title: string | null;
}

export interface DocumentData extends DescribedData, KeptData {
  /** `policy`, `procedure` …, as written. */
  readonly kind: string | null;
  /** The clauses and controls that ask for it. */
  readonly covers: readonly NamedData[];
  readonly owner: NamedData | null;
  readonly version: string | null;
  readonly classification: string | null;
  readonly approved: ApprovalData | null;
  /** How often it is reviewed, where it says so itself. */
  readonly review: string | null;
  readonly reviewed: string | null;
  /** The day by which it is to be reviewed, or on which its approval ends. */
  readonly nextReview: string | null;
  /**
   * `retained`: a record, report, register or one from outside that states no review. `there`: in the ISMS that keeps it, which has to
   * review or approve it.
   */
  readonly state: 'in time' | 'overdue' | 'not approved' | 'overdue there' | 'not approved there' | 'retained';
  /** As written, relative to the file that declares it. */
  readonly file: string | null;
  readonly link: string | null;
}

export interface RecordData extends DescribedData, KeptData {
  /** As written, relative to the file that declares it. */
  readonly file: string | null;
  readonly link: string | null;
  readonly owner: NamedData | null;
  /** The date it speaks of. */
  readonly collected: string | null;
  /** How long it counts. */
  readonly valid: string | null;
  /** The day on which it has to be renewed. */
  readonly until: string | null;
}

export function documentRegisterData(view: IsmsView): DocumentRegister {
  const used = inUse(view);
  return {
    $schema: 'urn:isms-as-code:schema:document-register:1',
    ...headData(view),
    information: mandatoryInformation(view).map(({ item, state, at }) => ({
      key: item.key,
      name: item.name,
      clause: item.reference,
      kind: item.kind,
      state,
      at: at ? { kind: kindName(at.$type), id: at.names[0]?.value ?? label(at), title: textData(at.title) } : null,
    })),
    documents: byName(view, used('PolicyDocument'), (document, name) => documentData(view, document, name)),
    evidence: byName(view, used('Evidence'), (evidence, name) => ({
      ...name,
      ...keptData(view, evidence),
      file: textData(evidence.file),
      link: textData(evidence.link),
      owner: refData(view, evidence.owner),
      collected: valueData(evidence.collected),
      valid: periodData(evidence.valid),
      until: evidenceEnds(evidence) ?? null,
    })),
  };
}

const kindName = (type: string): string => (type === 'PolicyDocument' ? 'document' : type.toLowerCase());

/** A document under control. */
export function documentData(
  view: IsmsView,
  document: Declarations['PolicyDocument'],
  name: DescribedData,
): DocumentData {
  const { approved } = document;
  const next = nextDocumentReview(view, document);
  return {
    ...name,
    ...keptData(view, document),
    kind: valueData(document.kind),
    covers: refsData(view, document.covers),
    owner: refData(view, document.owner),
    version: textData(document.version),
    classification: valueData(document.classification),
    approved: approvalData(view, approved),
    review: periodData(document.review),
    reviewed: valueData(document.reviewed),
    nextReview: next ?? null,
    state: stateOf(view, document, next),
    file: textData(document.file),
    link: textData(document.link),
  };
}

function stateOf(
  view: IsmsView,
  document: Declarations['PolicyDocument'],
  next: string | undefined,
): DocumentData['state'] {
  const isOurs = view.origin(document) === undefined;
  if (next) return next >= view.asOf ? 'in time' : isOurs ? 'overdue' : 'overdue there';
  if (!isMaintained(document)) return 'retained';
  if (document.approved) return 'in time';
  return isOurs ? 'not approved' : 'not approved there';
}
