import { builtinCatalogue, entriesOf } from '../frameworks/framework.ts';
import source from '../frameworks/iso27001-2022/documented-information.json';

/** A clause of ISO/IEC 27001:2022 with requirements, 4 to 10. */
export interface Clause {
  /** `4`, `9.2`, `6.1.3`. */
  readonly id: string;
  readonly title: string;
  /** The clause above it; the seven main clauses have none. */
  readonly parent?: string;
  /** True where the 2013 edition had no such clause. */
  readonly newIn2022?: boolean;
  /** What Amendment 1:2024 (climate action) adds, in our words. */
  readonly amendment2024?: string;
}

/**
 * How binding a piece of documented information is: `mandatory` is asked for in so many words, `implied` is the usual
 * evidence of a duty, `as-determined` is what the organization itself found necessary.
 */
export type DocumentRequirement = 'mandatory' | 'implied' | 'as-determined';

/** A piece of documented information that the clauses ask for. */
export interface DocumentedInformation {
  /** Stable key: `statement-of-applicability`. */
  readonly key: string;
  /** The clause with its letter, for people: `6.1.3 d)`. */
  readonly reference: string;
  /** The clause alone, for look-up: `6.1.3`. */
  readonly clause: string;
  readonly name: string;
  /** A document is maintained, a record is retained. */
  readonly kind: 'document' | 'record';
  readonly requirement: DocumentRequirement;
  /** What belongs in it, in our words. */
  readonly hint: string;
}

const amendments: Readonly<Record<string, string>> = source.amendment2024;

function entriesOfClauses() {
  const catalogue = builtinCatalogue('Iso27001');
  return catalogue ? entriesOf(catalogue) : [];
}

/** The clauses in the order of the standard, each parent before its children. */
export const clauses: readonly Clause[] = entriesOfClauses().map(({ name: id, title }) => {
  const amendment2024 = amendments[id];
  return {
    id,
    title,
    ...(id.includes('.') && { parent: id.slice(0, id.lastIndexOf('.')) }),
    ...(source.newIn2022.includes(id) && { newIn2022: true }),
    ...(amendment2024 !== undefined && { amendment2024 }),
  };
});

const byId = new Map(clauses.map(clause => [clause.id, clause]));

/** The clause with this number (`9.2`, no prefix), or undefined. */
export function findClause(id: string): Clause | undefined {
  return byId.get(id);
}

/** All documented information that clauses 4 to 10 ask for, in the order of the clauses. */
export const documentedInformation: readonly DocumentedInformation[] = source.documentedInformation.map(item => ({
  key: item.key,
  reference: item.clause,
  clause: item.clause.split(' ', 1)[0] ?? '',
  name: item.name,
  kind: item.kind as DocumentedInformation['kind'],
  requirement: item.requirement as DocumentRequirement,
  hint: item.hint,
}));

/** The documented information that a clause itself asks for (not that of its subclauses). */
export function documentedInformationOf(clauseId: string): readonly DocumentedInformation[] {
  return documentedInformation.filter(item => item.clause === clauseId);
}
