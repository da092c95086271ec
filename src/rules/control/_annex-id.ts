/** Names that are meant as ids of Annex A, and what is wrong with them. One fault each, so that one rule tells it. */
import { findControl } from '../../catalogues/annex-a.ts';
import { type RecognisedControlId, recogniseControlId } from '../../catalogues/control-ids.ts';
import type { Declaration, Located, Ref } from '../../model/declaration.ts';
import { accepts } from '../../model/reference-types.ts';
import type { IsmsView } from '../../model/view.ts';

export type IdFault =
  | { readonly fault: 'superseded'; readonly recognised: RecognisedControlId & { readonly edition: '2013' } }
  | { readonly fault: 'misspelt'; readonly recognised: RecognisedControlId & { readonly edition: '2022' } }
  | { readonly fault: 'unknown' };

const annexShaped = /^(?:a\.)?\d+(?:\.\d+){1,2}$|^\d+$|^a\.[5-8]$/i;

/** What is wrong with a name as an id of Annex A; undefined for right ids and for names of another sort. */
export function idFault(name: string): IdFault | undefined {
  const recognised = recogniseControlId(name);
  if (!recognised) return annexShaped.test(name) && !isPartOfControl(name) ? { fault: 'unknown' } : undefined;
  if (recognised.edition === '2013') return { fault: 'superseded', recognised };
  return recognised.spelling === 'exact' ? undefined : { fault: 'misspelt', recognised };
}

/** Whether it is a control of one's own below one of Annex A: `A.5.14.1`. */
const isPartOfControl = (name: string): boolean =>
  /^A\.\d+\.\d+\.\d+$/.test(name) && findControl(name.slice(0, name.lastIndexOf('.'))) !== undefined;

/** A faulty id where it is written: the name of an entry, or a reference. */
export interface FaultyId {
  readonly id: string;
  readonly at: Located<string> | Ref;
  readonly isEntry: boolean;
  readonly fault: IdFault;
}

/** The faulty ids in a declaration. A catalogue that declares the id makes it right, and clauses are no controls. */
export function faultyIds(declaration: Declaration, view: IsmsView): FaultyId[] {
  const faulty: FaultyId[] = [];
  const look = (id: string, at: FaultyId['at'], isEntry: boolean): void => {
    const fault = idFault(id);
    if (fault && !view.named(id, 'CatalogEntry').length) faulty.push({ id, at, isEntry, fault });
  };
  if (declaration.$type === 'Control') for (const name of declaration.names) look(name.value, name, true);
  for (const ref of declaration.$references) {
    if (accepts(ref.type, 'CatalogEntry') && !view.builtin(ref)) look(ref.name, ref, false);
  }
  return faulty;
}

/** Whether an unresolved reference is the matter of one of the rules about ids. */
export const isFaultyId = (ref: Ref): boolean => accepts(ref.type, 'CatalogEntry') && idFault(ref.name) !== undefined;
