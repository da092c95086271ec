/** How the clauses that an audit covers relate to those that something is about. (9.2.2) */
import { clauses, findClause } from '../catalogues/clauses.ts';

/** Whether a clause is another one or one of its subclauses: 9.2.2 is within 9.2, and 9 is not. */
export function isWithin(id: string, clause: string): boolean {
  for (let at: string | undefined = id; at; at = findClause(at)?.parent) if (at === clause) return true;
  return false;
}

/** A clause with its subclauses and those above it, since what is about one of them is audited with it; a control alone. */
export const relatedClauses = (id: string): readonly string[] =>
  findClause(id)
    ? clauses.filter(clause => isWithin(clause.id, id) || isWithin(id, clause.id)).map(clause => clause.id)
    : [id];
