/** What the data of several documents have in common: names, approvals, actions, evidence, and null for what is not known. */
import { durationText, periodText } from '../../analysis/amounts.ts';
import { type NamedEvidence, namedEvidence } from '../../analysis/evidence.ts';
import { type Named, type NamedApproval, namedApproval, refer, textOf } from '../../analysis/named.ts';
import { type Particulars, particularsOf } from '../../analysis/particulars.ts';
import { type ActionLine, actionLine } from '../../analysis/risk-register.ts';
import { findControl } from '../../catalogues/annex-a.ts';
import { compareNaturally } from '../../catalogues/natural-order.ts';
import {
  type Action,
  type AnyNode,
  type Approval,
  type Control,
  type Declaration,
  type Duration,
  type Interval,
  type Located,
  label,
  type Ref,
} from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';

/** Whose document it is, and as of when. */
export interface HeadData {
  readonly organization: string | null;
  /** Name and title of the `isms` block; null where there is none. */
  readonly isms: NamedData | null;
  /** The version that the `isms` block states. */
  readonly version: string | null;
  /**
   * The day as of which everything was judged.
   * @format date
   */
  readonly asOf: string;
}

/** A declaration, by name and title. */
export interface NamedData {
  /** As a reference writes it. */
  readonly id: string;
  /** Null where nothing of that name is declared, or it has no title. */
  readonly title: string | null;
}

/** Something that another ISMS may keep, which this one relies on. */
export interface KeptData {
  /** The folder of the other ISMS, as `uses:` says it; null for what this ISMS keeps itself. */
  readonly keptIn: string | null;
}

/** What any declaration may say beside the keys of its kind. */
export interface ParticularsData {
  readonly description: string | null;
  readonly tags: readonly string[];
  /** Fields of the organisation's own. */
  readonly fields: readonly OwnFieldData[];
}

export interface OwnFieldData {
  readonly id: string;
  readonly title: string | null;
  /** As written. */
  readonly values: readonly string[];
}

export interface ApprovalData {
  /** The date, as written. */
  readonly on: string | null;
  readonly by: readonly NamedData[];
  /** The date on which it ends, as written. */
  readonly until: string | null;
  /** Why, in the words of its author. */
  readonly because: string | null;
}

export interface ActionData extends ParticularsData {
  readonly id: string | null;
  readonly title: string;
  readonly owner: NamedData | null;
  /** The date, as written. */
  readonly due: string | null;
  /** The date, as written. */
  readonly completed: string | null;
  /** `open`, `planned`, `in-progress`, `done` or `cancelled`; any other word is one that the source has by mistake. */
  readonly status: string;
  readonly overdue: boolean;
  /** The controls that it puts in place. */
  readonly controls: readonly NamedData[];
}

export interface EvidenceData {
  readonly id: string;
  readonly title: string | null;
  /** As written, relative to the file that declares it. */
  readonly file: string | null;
  readonly link: string | null;
  /** The date it speaks of, as written. */
  readonly collected: string | null;
}

export const optional = <T, U>(value: T | undefined, shape: (value: T) => U): U | null =>
  value === undefined ? null : shape(value);

export const named = ({ id, title }: Named): NamedData => ({ id, title: title ?? null });

export const approval = ({ on, by, until, because }: NamedApproval): ApprovalData => ({
  on: on ?? null,
  by: by.map(named),
  until: until ?? null,
  because: because ?? null,
});

export const particulars = ({ description, tags, fields }: Particulars): ParticularsData => ({
  description: description ?? null,
  tags,
  fields: fields.map(({ field, values }) => ({ ...named(field), values })),
});

/** What a declaration says beside the keys of its kind. */
export const particularsData = (view: IsmsView, node: AnyNode): ParticularsData =>
  particulars(particularsOf(view, node));

export const action = ({
  id,
  title,
  owner,
  due,
  completed,
  status,
  isOverdue,
  controls,
  more,
}: ActionLine): ActionData => ({
  id: id ?? null,
  title,
  owner: optional(owner, named),
  due: due ?? null,
  completed: completed ?? null,
  status,
  overdue: isOverdue,
  controls: controls.map(named),
  ...particulars(more),
});

export const headData = ({ isms, asOf }: IsmsView): HeadData => ({
  organization: isms?.organization?.value ?? null,
  isms: isms ? { id: label(isms), title: isms.title?.value ?? null } : null,
  version: isms?.version?.value ?? null,
  asOf,
});

/** What a reference refers to. */
export const refData = (view: IsmsView, ref: Ref | undefined): NamedData | null =>
  ref ? named(refer(view, ref)) : null;

export const refsData = (view: IsmsView, refs: readonly Ref[]): NamedData[] => refs.map(ref => named(refer(view, ref)));

export const approvalData = (view: IsmsView, given: Approval | undefined): ApprovalData | null =>
  given ? approval(namedApproval(view, given)) : null;

export const actionsData = (view: IsmsView, actions: readonly Action[]): ActionData[] =>
  actions.map(one => action(actionLine(view, one)));

export const evidence = ({ file, link, collected, ...name }: NamedEvidence): EvidenceData => ({
  ...named(name),
  file: file ?? null,
  link: link ?? null,
  collected: collected ?? null,
});

export const evidenceData = (view: IsmsView, refs: readonly Ref[]): EvidenceData[] =>
  refs.map(ref => evidence(namedEvidence(view, ref)));

export const keptData = (view: IsmsView, declaration: Declaration): KeptData => ({
  keptIn: view.origin(declaration) ?? null,
});

/** A text that says something; null for a blank one. */
export const textData = (text: { readonly value: string } | undefined): string | null => textOf(text) ?? null;

/** A word, date or number as written. */
export const valueData = <T>(value: Located<T> | undefined): T | null => value?.value ?? null;

/** `yes` and `no`; null for any other word. */
export const yesNoData = (word: Located<string> | undefined): boolean | null =>
  word?.value === 'yes' ? true : word?.value === 'no' ? false : null;

/** A period in words, such as `12 months` or `quarterly`. */
export const periodData = (interval: Interval | undefined): string | null => periodText(interval) ?? null;

export const durationData = (duration: Duration | undefined): string | null => durationText(duration) ?? null;

/** The name by which others refer to a declaration, and its title; undefined for one without a name. */
export function nameData(node: {
  readonly names: readonly Located<string>[];
  readonly title?: Located<string>;
}): NamedData | undefined {
  const [name] = node.names;
  return name && { id: name.value, title: textData(node.title) };
}

/** What every declaration that has a name says. */
export type DescribedData = NamedData & ParticularsData;

/** What is made of each declaration that has a name, in the natural order of the names. */
export const byName = <N extends AnyNode & { readonly names: readonly Located<string>[] }, T>(
  view: IsmsView,
  nodes: readonly N[],
  make: (node: N, name: DescribedData) => T,
): T[] =>
  nodes
    .flatMap(node => {
      const name = nameData(node);
      return name ? [{ name, node }] : [];
    })
    .sort((a, b) => compareNaturally(a.name.id, b.name.id))
    .map(({ node, name }) => make(node, { ...name, ...particularsData(view, node) }));

/** One of the controls of an entry, with the title of Annex A or, for one of the organisation's own, that of the entry. */
export const controlData = (control: Control, id: string): NamedData => ({
  id,
  title: findControl(id)?.title ?? textData(control.title),
});
