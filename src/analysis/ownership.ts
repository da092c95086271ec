/** What somebody answers for, and so must not audit. (9.2.2 b) */
import { query } from '../model/view.ts';

export interface Owned {
  /** Of the role or person. */
  readonly owner: string;
  readonly kind: 'Control' | 'Risk' | 'PolicyDocument';
  /** Of the declaration that names the owner. */
  readonly name: string;
}

/**
 * By control or clause: who owns its entry, a risk that it treats, or a document that says how it is done. Records and reports are
 * what an audit reads, not what it judges.
 */
export const ownersByCriterion = query('ownersByCriterion', (view): Readonly<Record<string, readonly Owned[]>> => {
  const owners: Record<string, Owned[]> = {};
  const add = (criterion: string, owned: Owned): void => {
    (owners[criterion] ??= []).push(owned);
  };
  for (const control of view.all('Control')) {
    if (!control.owner) continue;
    for (const { value } of control.names) add(value, { owner: control.owner.name, kind: 'Control', name: value });
  }
  for (const risk of view.all('Risk')) {
    const [name] = risk.names;
    if (!risk.owner || !name) continue;
    for (const control of risk.controls) add(control.name, { owner: risk.owner.name, kind: 'Risk', name: name.value });
  }
  for (const document of view.all('PolicyDocument')) {
    const [name] = document.names;
    if (!document.owner || !name || ['record', 'report', 'register'].includes(document.kind?.value ?? '')) continue;
    for (const covered of document.covers) {
      add(covered.name, { owner: document.owner.name, kind: 'PolicyDocument', name: name.value });
    }
  }
  return owners;
});
