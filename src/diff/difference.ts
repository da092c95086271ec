/**
 * What has changed from one state of an ISMS to another: by what is said, not by how it is written. White space, comments, the order of
 * declarations and the file that one stands in make no difference.
 */
import { compareNaturally } from '../catalogues/natural-order.ts';
import { label } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { Readiness } from '../readiness/readiness.ts';
import type { ChangeData, Difference, FactChange, SectionData, StateData } from './data.ts';
import { type Fact, meaningOf } from './facts.ts';
import { readinessChanges, type StageComparison, stageData } from './readiness.ts';
import { findRenames } from './renames.ts';
import { type SectionId, sectionIds, sectionOf, sectionOfKind, sectionTitles } from './sections.ts';
import { type Renames, renameKey, type Subject, subjectsOf } from './subjects.ts';

/** An ISMS as it was or is. */
export interface State {
  /** How it was asked for, such as `HEAD~1`. */
  readonly name: string;
  readonly view: IsmsView;
  readonly readiness: Readiness;
}

/** What differs, with messages that can be said in any language. */
export interface Comparison extends Omit<Difference, 'readiness'> {
  readonly readiness: readonly StageComparison[];
}

/** What differs, for programs. */
export const differenceData = (comparison: Comparison): Difference => ({
  ...comparison,
  readiness: comparison.readiness.map(stageData),
});

/** Compares two states, which are to be judged as of the same day. Reads both, changes neither. */
export function differenceOf(before: State, after: State): Comparison {
  const { changes, renames } = changesBetween(before.view, after.view);
  const sections = sectionIds.flatMap((id): SectionData[] => {
    const own = changes.flatMap(({ parts }) => parts.get(id) ?? []);
    return own.length ? [{ id, title: sectionTitles[id], changes: own }] : [];
  });
  const readiness = readinessChanges(before.readiness, after.readiness, renamedIn(renames));
  const count = (change: ChangeData['change']): number => changes.filter(one => one.change === change).length;
  return {
    $schema: 'urn:isms-as-code:schema:difference:1',
    before: stateData(before),
    after: stateData(after),
    asOf: after.view.asOf,
    totals: {
      added: count('added'),
      removed: count('removed'),
      renamed: count('renamed'),
      changed: count('changed'),
      readiness: readiness.reduce((sum, { points }) => sum + points.length, 0),
    },
    sections,
    readiness,
  };
}

/** What a Statement of Applicability says of its controls otherwise than another one; of what refers to a renamed thing nothing changes. */
export const statementChanges = (before: IsmsView, after: IsmsView): readonly ChangeData[] =>
  changesBetween(before, after).changes.flatMap(({ parts }) => parts.get('soa') ?? []);

function changesBetween(before: IsmsView, after: IsmsView): { readonly changes: Change[]; readonly renames: Renames } {
  const now = subjectsOf(after, new Map());
  // What refers to something that was renamed is alike only once that is known.
  const first = findRenames(subjectsOf(before, new Map()), now, new Map());
  const renames = findRenames(subjectsOf(before, first), now, first);
  return { changes: changesOf(subjectsOf(before, renames), now, renames), renames };
}

const stateData = ({ name, view: { isms } }: State): StateData => ({
  name,
  organization: isms?.organization?.value ?? null,
  isms: isms ? label(isms) : null,
  version: isms?.version?.value ?? null,
});

/** What became of a declaration, by the parts in which it is told. */
interface Change {
  readonly change: ChangeData['change'];
  readonly parts: ReadonlyMap<SectionId, ChangeData>;
}

/** Kind by kind in the order of the grammar, in each by name. */
function changesOf(before: readonly Subject[], after: readonly Subject[], renames: Renames): Change[] {
  const nameNow = ({ kind, id }: Subject): string => renames.get(renameKey(kind, id)) ?? id;
  const old = new Map(before.map(subject => [renameKey(subject.kind, nameNow(subject)), subject]));
  const now = new Map(after.map(subject => [renameKey(subject.kind, subject.id), subject]));
  const kinds = [...new Set([...after, ...before].map(({ kind }) => kind))];
  const place = new Map(kinds.map((kind, index) => [kind, index]));
  const all = [...new Set([...now.keys(), ...old.keys()])].map(key => ({ was: old.get(key), is: now.get(key) }));
  const subject = ({ was, is }: (typeof all)[number]): Subject => (is ?? was) as Subject;
  return all
    .sort((a, b) => {
      const [x, y] = [subject(a), subject(b)];
      return (place.get(x.kind) ?? 0) - (place.get(y.kind) ?? 0) || compareNaturally(x.id, y.id);
    })
    .flatMap(({ was, is }) => changeOf(was, is) ?? []);
}

function changeOf(was: Subject | undefined, is: Subject | undefined): Change | undefined {
  const { kind, called, id, title } = (is ?? was) as Subject;
  const formerly = was && is && was.id !== is.id ? was.id : null;
  const change = !was ? 'added' : !is ? 'removed' : formerly !== null ? 'renamed' : 'changed';
  const facts = factChanges(withTitle(was), withTitle(is));
  if (change === 'changed' && !facts.length) return undefined;
  const parts = new Map<SectionId, ChangeData>();
  const main = sectionOfKind(kind);
  for (const section of sectionIds) {
    const own = facts.filter(({ key }) => sectionOf(kind, key) === section);
    if (!own.length && (section !== main || change === 'changed')) continue;
    parts.set(section, { kind: called, id, title: title ?? null, change, formerly, facts: own });
  }
  return { change, parts };
}

/** The title is a fact like others, except of what is there only once, of which it is told anyway. */
const withTitle = (subject: Subject | undefined): readonly Fact[] =>
  subject
    ? [...(subject.title === undefined ? [] : [{ key: 'title', values: [subject.title] }]), ...subject.facts]
    : [];

/** In the order of what is now, what is gone last. */
function factChanges(before: readonly Fact[], after: readonly Fact[]): FactChange[] {
  const old = new Map(before.map(fact => [fact.key, fact]));
  const now = new Map(after.map(fact => [fact.key, fact]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap(key => {
    const was = old.get(key);
    const is = now.get(key);
    if (was && is && meaningOf(was) === meaningOf(is)) return [];
    return [{ key, before: was?.values ?? null, after: is?.values ?? null }];
  });
}

/** Puts the new names into a text of before, so that what it says of the same thing is the same. */
function renamedIn(renames: Renames): (text: string) => string {
  const names = new Map([...renames].map(([key, name]) => [key.slice(key.indexOf(' ') + 1), name]));
  if (!names.size) return text => text;
  return text => text.replace(/[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu, word => names.get(word) ?? word);
}
