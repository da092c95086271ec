/** What evidence is, and who relies on it. */
import type { Declaration, Located, Ref } from '../model/declaration.ts';
import { findTrait, kindsReferringTo } from '../model/traits.ts';
import type { IsmsView } from '../model/view.ts';
import { hasText } from './control.ts';
import { type Named, named, textOf } from './named.ts';

/** What can name evidence. */
const kinds = kindsReferringTo('Evidence');

/** What holds today only as long as its evidence is recent. The other kinds record something that happened: its record stays true. */
const recentEvidence = findTrait(({ recent }) => recent === true);

/** The kinds that say so. */
export const presentKinds = recentEvidence.kinds;

/** Whether a link is there and more than the beginning of one, such as `https://` or `#`. */
export const leadsSomewhere = (link: Located<string> | undefined): boolean =>
  hasText(link) && !/^(?:[a-z]+:)?[#./]*$/i.test(link?.value.trim() ?? '');

/** Whether anything names this evidence. */
export const isEvidenceUsed = (view: IsmsView, name: string): boolean =>
  kinds.some(kind => view.isUsed(name, 'Evidence', kind));

/** The evidence that a declaration needs to be recent, as it names it. */
export const recentEvidenceOf = (declaration: Declaration): Ref[] =>
  recentEvidence.in(declaration).flatMap(({ value }) => value as Ref | readonly Ref[]);

/** The declarations that need this evidence to be recent: a control works today or not, but an audit that was held stays held. */
export const usersOfRecentEvidence = (view: IsmsView, name: string): Declaration[] =>
  presentKinds.flatMap(kind => view.users(name, 'Evidence', kind));

export interface NamedEvidence extends Named {
  /** As written, relative to the file that declares it. */
  readonly file?: string;
  readonly link?: string;
  readonly collected?: string;
}

/** What a reference to evidence refers to. A document that shows a control speaks of the date of its approval. */
export function namedEvidence(view: IsmsView, ref: Ref): NamedEvidence {
  const found = view.resolve(ref)?.declaration;
  if (found?.$type !== 'Evidence' && found?.$type !== 'PolicyDocument') return { id: ref.name };
  return {
    ...named(found, ref.name),
    file: textOf(found.file),
    link: textOf(found.link),
    collected: (found.$type === 'Evidence' ? found.collected : found.approved?.on)?.value,
  };
}
