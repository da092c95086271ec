/** How long evidence is recent enough to be shown. (8.1, 9.1) */
import { dateOf, dueAfter, periodOf } from '../analysis/deadline.ts';
import { controlOf } from '../analysis/document-control.ts';
import { namedEvidence } from '../analysis/evidence.ts';
import { daysBetween } from '../model/dates.ts';
import type { Ref } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { EvidenceMark } from './data.ts';
import { sourcePlace } from './places.ts';

/** What a reference to evidence leads to, with the days that are left of its validity; a document counts until its next review. */
export function evidenceMark(unit: IsmsUnit, view: IsmsView, ref: Ref): EvidenceMark {
  const { id, title, collected } = namedEvidence(view, ref);
  const declaration = view.resolve(ref)?.declaration;
  const validUntil =
    declaration?.$type === 'Evidence'
      ? dueAfter(dateOf(declaration.collected), periodOf(declaration.valid))
      : declaration?.$type === 'PolicyDocument'
        ? controlOf(view, declaration, false).nextReview
        : undefined;
  return {
    id,
    title: title ?? null,
    collected: collected ?? null,
    validUntil: validUntil ?? null,
    daysLeft: validUntil ? daysBetween(view.asOf, validUntil) : null,
    place: sourcePlace(unit, declaration),
  };
}
