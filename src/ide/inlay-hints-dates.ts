/** How far the dates are by which something is to be done or reviewed, as of the date of the ISMS. */
import { dateOf, dueAfter, latest, periodOf } from '../analysis/deadline.ts';
import { controlOf } from '../analysis/document-control.ts';
import { nodeTypes, type ValueTraits } from '../language/schema.ts';
import { daysBetween, type IsoDate, isDate } from '../model/dates.ts';
import type { AnyNode, Declaration, Located, Span } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { nodesIn } from './blocks-in.ts';
import type { Hint } from './inlay-hint.ts';

export function dateHints(view: IsmsView, declaration: Declaration): Hint[] {
  const { asOf } = view;
  const hints: Hint[] = [];
  for (const node of nodesIn(declaration)) {
    for (const { traits, date } of datesOf(node)) {
      const days = daysBetween(asOf, date.value);
      if (traits.last) hints.push({ at: date.end, label: days < 0 ? `${count(-days)} ago` : left(days) });
      else if (!isSettled(node)) hints.push({ at: date.end, label: days < 0 ? late(node, days) : left(days) });
    }
  }
  const review = reviewOf(view, declaration);
  if (review) {
    const days = daysBetween(asOf, review.due);
    hints.push({
      at: review.at.end,
      label: `next by ${review.due}, ${days < 0 ? `${count(-days)} late` : left(days)}`,
    });
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

/** What says that a plan has come to its end: a date of that, or a word. */
const ends = ['completed', 'closed', 'performed', 'held'];
const endWords = new Set(['done', 'cancelled', 'reached', 'missed', 'closed']);

function isSettled(node: AnyNode): boolean {
  if (ends.some(feature => Reflect.get(node, feature) !== undefined)) return true;
  const status: unknown = Reflect.get(node, 'status');
  return typeof status === 'object' && status !== null && 'value' in status && endWords.has(String(status.value));
}

/** Who has left is not late. */
const late = ({ $type }: AnyNode, days: number): string => `${count(-days)} ${$type === 'Person' ? 'ago' : 'late'}`;

const left = (days: number): string => (days === 0 ? 'today' : `in ${count(days)}`);

const count = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

/** When a thing with a period of review is reviewed next, as the findings about it count; told behind the period. */
function reviewOf(view: IsmsView, declaration: Declaration): { readonly at: Span; readonly due: IsoDate } | undefined {
  const at = spanOf('review' in declaration ? declaration.review : undefined);
  const due = at && dueOf(view, declaration);
  return at && due ? { at, due } : undefined;
}

function dueOf(view: IsmsView, declaration: Declaration): IsoDate | undefined {
  switch (declaration.$type) {
    case 'Risk':
      return dueAfter(dateOf(declaration.assessed), periodOf(declaration.review));
    case 'Supplier':
      return dueAfter(dateOf(declaration.reviewed), periodOf(declaration.review));
    case 'PolicyDocument':
      return declaration.approved?.until ? undefined : controlOf(view, declaration, false).nextReview;
    case 'Isms':
      return declaration.approved?.until
        ? undefined
        : dueAfter(latest(dateOf(declaration.approved?.on)), periodOf(declaration.review));
    default:
      return undefined;
  }
}

const spanOf = (node: { readonly $start: number; readonly $end: number } | undefined): Span | undefined =>
  node && { start: node.$start, end: node.$end };
