/** How long evidence is recent enough to be shown. (8.1, 9.1) */
import { namedEvidence } from '../analysis/evidence.ts';
import { evidenceEnds, nextDocumentReview } from '../analysis/next-dates.ts';
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
      ? evidenceEnds(declaration)
      : declaration?.$type === 'PolicyDocument'
        ? nextDocumentReview(view, declaration)
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
