/** Which declarations of two states are the same: by their names, else by what they say. */
import { meaningOf } from './facts.ts';
import { type Renames, renameKey, type Subject } from './subjects.ts';

/** From what share of what two declarations say together being the same they count as one that was renamed. */
const alike = 0.6;

/** With more pairs than this of a kind, nobody renamed one by one; only what has the same title is sought. */
const mostPairs = 100_000;

/**
 * What was renamed, as far as it can be told: of what is gone and what is new, the pairs of a kind that say most of the same, the most alike
 * first. Controls keep their ids, and what has no name cannot have a new one.
 */
export function findRenames(
  before: readonly Subject[],
  after: readonly Subject[],
  known: Renames,
): Map<string, string> {
  const renames = new Map(known);
  const taken = new Set([...known].map(([key, name]) => renameKey(key.slice(0, key.indexOf(' ')), name)));
  const words = new Map([...before, ...after].map(subject => [subject, wordsOf(subject)]));
  const gone = notIn(before, after).filter(subject => !known.has(renameKey(subject.kind, subject.id)));
  const added = notIn(after, before).filter(subject => !taken.has(renameKey(subject.kind, subject.id)));
  const pairs = gone.flatMap(one => {
    const same = added.filter(other => other.kind === one.kind);
    const few = gone.length * same.length <= mostPairs;
    return same
      .filter(other => few || (one.title !== undefined && one.title === other.title))
      .map(other => ({ before: one, after: other, share: shareOf(words.get(one), words.get(other)) }))
      .filter(({ share }) => share >= alike);
  });
  const used = new Set<Subject>();
  // The sort is stable, so that of equals the first in the order of the ISMS counts.
  for (const pair of pairs.sort((a, b) => b.share - a.share)) {
    if (used.has(pair.before) || used.has(pair.after)) continue;
    used.add(pair.before).add(pair.after);
    renames.set(renameKey(pair.before.kind, pair.before.id), pair.after.id);
  }
  return renames;
}

function notIn(subjects: readonly Subject[], others: readonly Subject[]): Subject[] {
  const there = new Set(others.map(({ kind, id }) => renameKey(kind, id)));
  return subjects.filter(({ kind, id }) => kind !== 'Control' && !there.has(renameKey(kind, id)));
}

/** How much of what two declarations say is the same, from 0 to 1. A title counts like three other facts. */
function shareOf(left: Words = nothing, right: Words = nothing): number {
  let same = 0;
  let all = 0;
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const weight = key === 'title' ? 3 : 1;
    all += weight;
    if (left.get(key) === right.get(key)) same += weight;
  }
  return all ? same / all : 0;
}

type Words = ReadonlyMap<string, string>;

const nothing: Words = new Map();

/** The title, and each fact in a form that can be compared. */
const wordsOf = ({ title, facts }: Subject): Words =>
  new Map([
    ...(title === undefined ? [] : [['title', title] as const]),
    ...facts.map(fact => [`: ${fact.key}`, meaningOf(fact)] as const),
  ]);
