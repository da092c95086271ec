/** How far the dates are by which something is to be done or reviewed, as of the date of the ISMS. */
import { dueAfter, latest, periodOf } from '../analysis/deadline.ts';
import { nodeTypes, type ValueTraits } from '../language/schema.ts';
import { daysBetween, type IsoDate, isDate } from '../model/dates.ts';
import type { AnyNode, Declaration, Interval, Located } from '../model/declaration.ts';
import { nodesIn } from '../model/nodes-in.ts';
import { hasCome } from '../model/traits.ts';
import type { IsmsView } from '../model/view.ts';
import { say, sayCounted } from '../wording/wording.ts';
import { daysAhead, daysLate } from './days.ts';
import type { Hint } from './inlay-hint-kind.ts';

export function dateHints(view: IsmsView, declaration: Declaration): Hint[] {
  const { asOf } = view;
  const hints: Hint[] = [];
  for (const node of nodesIn(declaration)) {
    for (const { traits, date } of datesOf(node)) {
      const days = daysBetween(asOf, date.value);
      const ends = traits.planned?.until ?? [];
      if (ends.some(end => hasCome(node, end))) continue;
      hints.push({
        at: date.end,
        label:
          days >= 0
            ? daysAhead(days)
            : ends.length
              ? daysLate(-days)
              : sayCounted(-days, '{0} day ago', '{0} days ago'),
      });
    }
    for (const { at, due } of recurrencesOf(node)) {
      const days = daysBetween(asOf, due);
      hints.push({ at, label: say('next by {0}, {1}', due, days < 0 ? daysLate(-days) : daysAhead(days)) });
    }
  }
  return hints;
}

/** The dates of a node that may lie ahead, or are the last day of something. */
function* datesOf(node: AnyNode): Iterable<{ readonly traits: ValueTraits; readonly date: Located<IsoDate> }> {
  const nodeType = nodeTypes[node.$type];
  const parts = Object.entries(nodeType?.parts ?? {}).map(([feature, traits]) => ({ ...traits, feature }));
  for (const traits of [...(nodeType?.properties ?? []), ...parts]) {
    if (!traits.planned && !traits.last) continue;
    const date: unknown = Reflect.get(node, traits.feature);
    if (isLocatedDate(date)) yield { traits, date };
  }
}

const isLocatedDate = (value: unknown): value is Located<IsoDate> =>
  typeof value === 'object' &&
  value !== null &&
  'value' in value &&
  typeof value.value === 'string' &&
  isDate(value.value);

/**
 * When what comes again comes next, told behind its period: counted from the latest of what the grammar says, unless that says itself how
 * long it holds.
 */
function* recurrencesOf(node: AnyNode): Iterable<{ readonly at: number; readonly due: IsoDate }> {
  for (const { recurring, feature } of nodeTypes[node.$type]?.properties ?? []) {
    if (!recurring?.from.length) continue;
    const period = Reflect.get(node, feature) as (Interval & AnyNode) | undefined;
    const starts = recurring.from.map(from => startOf(Reflect.get(node, from)));
    const due = starts.includes('ends') ? undefined : dueAfter(latest(...(starts as IsoDate[])), periodOf(period));
    if (period && due) yield { at: period.$end, due };
  }
}

/** The day of a date, or of what happened in a value with parts such as an approval; `ends` if its last day is given with it. */
function startOf(value: unknown): IsoDate | 'ends' | undefined {
  if (isLocatedDate(value)) return value.value;
  if (typeof value !== 'object' || value === null || !('$type' in value)) return undefined;
  const parts = Object.entries(nodeTypes[String(value.$type)]?.parts ?? {});
  if (parts.some(([feature, { last }]) => last && Reflect.get(value, feature) !== undefined)) return 'ends';
  const dates = parts.flatMap(([feature, { happened }]) => (happened ? [Reflect.get(value, feature)] : []));
  return latest(...dates.filter(isLocatedDate).map(date => date.value));
}
