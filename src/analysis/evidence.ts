/** Who relies on an evidence. */
import type { Declaration, Kind } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';

/** What can name evidence. */
const kinds: readonly Kind[] = ['Control', 'Supplier', 'Competence', 'Audit', 'Finding', 'Review', 'Incident'];

/** What holds today only as long as its evidence is recent. The other kinds record something that happened: its record stays true. */
const presentKinds: readonly Kind[] = ['Control', 'Supplier'];

/** Whether anything names an evidence. */
export const isEvidenceUsed = (view: IsmsView, name: string): boolean =>
  kinds.some(kind => view.isUsed(name, 'Evidence', kind));

/** The declarations that need an evidence to be recent: a control works today or not, but an audit that was held stays held. */
export const usersOfRecentEvidence = (view: IsmsView, name: string): Declaration[] =>
  presentKinds.flatMap(kind => view.users(name, 'Evidence', kind));
