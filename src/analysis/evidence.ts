/** Who relies on an evidence. */
import type { Declaration, Kind } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';

/** What can name evidence. */
const kinds: readonly Kind[] = ['Control', 'Supplier', 'Competence', 'Audit', 'Finding', 'Review', 'Incident'];

/** The declarations that name an evidence, controls first. */
export const usersOfEvidence = (view: IsmsView, name: string): Declaration[] =>
  kinds.flatMap(kind => view.users(name, 'Evidence', kind));
