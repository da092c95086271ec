/** Who relies on evidence. */
import type { Declaration } from '../model/declaration.ts';
import { findTrait, kindsReferringTo } from '../model/traits.ts';
import type { IsmsView } from '../model/view.ts';

/** What can name evidence. */
const kinds = kindsReferringTo('Evidence');

/** What holds today only as long as its evidence is recent. The other kinds record something that happened: its record stays true. */
const presentKinds = findTrait(({ recent }) => recent === true).kinds;

/** Whether anything names this evidence. */
export const isEvidenceUsed = (view: IsmsView, name: string): boolean =>
  kinds.some(kind => view.isUsed(name, 'Evidence', kind));

/** The declarations that need this evidence to be recent: a control works today or not, but an audit that was held stays held. */
export const usersOfRecentEvidence = (view: IsmsView, name: string): Declaration[] =>
  presentKinds.flatMap(kind => view.users(name, 'Evidence', kind));
