/** What identifies a generated document, as documented information that is kept under control. (7.5.2, 7.5.3) */
import type { IsoDate } from '../model/dates.ts';
import type { Approval, Declarations, Ref } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { dateOf } from './deadline.ts';
import { personsIn } from './holders.ts';
import { type Named, named, nameOf, refer, textOf } from './named.ts';
import { nextDocumentReview, nextStatementReview } from './next-dates.ts';

/** An approval in words for people. */
export interface SignedBy {
  readonly on?: string;
  /** Roles with the persons who held them that day: `Chief executive officer (Anna de Vries)`. */
  readonly by: readonly string[];
  readonly until?: string;
}

export interface DocumentControl {
  /** The `document` that is declared for it. */
  readonly document?: Named;
  readonly version?: string;
  readonly classification?: string;
  /** The role with the persons who hold it. Of persons nothing is said where they are not asked for. */
  readonly owner?: string;
  readonly approved?: SignedBy;
  /** The day by which it is to be reviewed, or on which its approval ends. */
  readonly nextReview?: IsoDate;
}

/** The kinds of documents that a generated one can be. */
const generatedKinds: ReadonlySet<string> = new Set(['plan', 'record', 'register', 'report']);

/**
 * The declared document that stands for a generated one: a plan, record, register or report that covers most of its clauses; of several
 * the one with its title. Undefined where that leaves a choice, since nobody but the author can make it.
 */
export function controlledDocument(
  view: IsmsView,
  clauses: readonly string[],
  title: string,
): Declarations['PolicyDocument'] | undefined {
  const rated = view.all('PolicyDocument').flatMap(document => {
    if (!generatedKinds.has(document.kind?.value ?? '')) return [];
    const covered = clauses.filter(clause => document.covers.some(({ name }) => name === clause)).length;
    return covered ? [{ document, covered }] : [];
  });
  const most = rated.reduce((highest, { covered }) => Math.max(highest, covered), 0);
  const best = rated.filter(({ covered }) => covered === most).map(({ document }) => document);
  const titled = best.filter(document => document.title?.value.toLowerCase() === title.toLowerCase());
  const [only, ...more] = titled.length ? titled : best;
  return more.length ? undefined : only;
}

/** What is known of a document that is declared, with or without the names of persons. */
export function controlOf(
  view: IsmsView,
  document: Declarations['PolicyDocument'] | undefined,
  persons: boolean,
): DocumentControl {
  if (!document) return {};
  const { approved } = document;
  return {
    document: named(document, document.names[0]?.value ?? ''),
    version: textOf(document.version),
    classification: document.classification?.value,
    owner: document.owner && actorText(view, document.owner, view.asOf, persons),
    approved: approved && signedBy(view, approved, persons),
    nextReview: nextDocumentReview(view, document),
  };
}

/** The control of the Statement of Applicability: the `isms` block says who approved which version of it. */
export function statementControl(
  view: IsmsView,
  document: Declarations['PolicyDocument'] | undefined,
  persons: boolean,
): DocumentControl {
  const { isms } = view;
  const approved = isms?.approved;
  return {
    ...controlOf(view, document, persons),
    version: textOf(isms?.version),
    ...(isms?.owner && { owner: actorText(view, isms.owner, view.asOf, persons) }),
    approved: approved && signedBy(view, approved, persons),
    nextReview: isms && nextStatementReview(isms),
  };
}

const signedBy = (view: IsmsView, { on, by, until }: Approval, persons: boolean): SignedBy => ({
  on: on?.value,
  by: by.map(ref => actorText(view, ref, dateOf(on) ?? view.asOf, persons)).filter(text => text !== ''),
  until: until?.value,
});

/**
 * A role with the persons who held it on a day, or a person; without `persons` the roles alone, also in the place of a person, and nothing
 * of a name that is declared nowhere, since it may be that of a person.
 */
export function actorText(view: IsmsView, actor: Ref, day: IsoDate, persons: boolean): string {
  const name = nameOf(refer(view, actor));
  const declared = view.resolve(actor)?.declaration;
  if (!persons) {
    if (declared?.$type === 'Person') return declared.roles.map(role => nameOf(refer(view, role))).join(', ');
    return declared ? name : '';
  }
  const held = personsIn(view, actor.name, declared)
    .filter(({ left }) => !isPastOrToday(dateOf(left), day))
    .map(person => nameOf(named(person, person.names[0]?.value ?? '')));
  return held.length ? `${name} (${held.join(', ')})` : name;
}

const isPastOrToday = (left: IsoDate | undefined, day: IsoDate): boolean => left !== undefined && left <= day;
