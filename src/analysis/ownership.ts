/** What somebody answers for, and so must not audit. (9.2.2 b) */
import { dictionary } from '../model/dictionary.ts';
import { projection, query } from '../model/view.ts';

export interface Owned {
  /** Of the role or person. */
  readonly owner: string;
  readonly kind: 'Control' | 'Risk' | 'PolicyDocument';
  /** Of the declaration that names the owner. */
  readonly name: string;
}

/** What an owner answers for, by control or clause. */
interface Answered extends Owned {
  readonly criteria: readonly string[];
}

const controls = projection(
  'ownedControls',
  'Control',
  ({ owner, names }): readonly Answered[] | undefined =>
    owner && names.map(({ value }) => ({ owner: owner.name, kind: 'Control', name: value, criteria: [value] })),
);

const risks = projection('ownedRisks', 'Risk', ({ owner, names: [name], ...risk }): Answered | undefined =>
  owner && name && risk.controls.length
    ? { owner: owner.name, kind: 'Risk', name: name.value, criteria: risk.controls.map(control => control.name) }
    : undefined,
);

const documents = projection(
  'ownedDocuments',
  'PolicyDocument',
  ({ owner, names: [name], kind, covers }): Answered | undefined =>
    owner && name && covers.length && !['record', 'report', 'register'].includes(kind?.value ?? '')
      ? { owner: owner.name, kind: 'PolicyDocument', name: name.value, criteria: covers.map(covered => covered.name) }
      : undefined,
);

/**
 * By control or clause: who owns its entry, a risk that it treats, or a document that says how it is done. Records and reports are
 * what an audit reads, not what it judges.
 */
export const ownersByCriterion = query('ownersByCriterion', (view): Readonly<Record<string, readonly Owned[]>> => {
  const owners = dictionary<Owned[]>();
  for (const { criteria, ...owned } of [
    ...view.collect(controls).flat(),
    ...view.collect(risks),
    ...view.collect(documents),
  ]) {
    for (const criterion of criteria) (owners[criterion] ??= []).push(owned);
  }
  return owners;
});
