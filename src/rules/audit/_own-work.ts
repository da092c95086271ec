/** What an auditor would audit and answers for. (9.2.2 b) */
import { auditDay } from '../../analysis/audit-coverage.ts';
import { isWithin, relatedClauses } from '../../analysis/audit-criteria.ts';
import { samePersonAs } from '../../analysis/holders.ts';
import { type Owned, ownersByCriterion } from '../../analysis/ownership.ts';
import { findClause } from '../../catalogues/clauses.ts';
import type { IsoDate } from '../../model/dates.ts';
import { type Declarations, label, type Ref } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';

export type Own = Pick<Owned, 'owner' | 'name'> & { readonly kind: Owned['kind'] | 'Isms' | 'Programme' };

/** The day of an audit, held or planned; without one, today. */
export const dayOf = (audit: Declarations['Audit'], { asOf }: IsmsView): IsoDate => auditDay(audit) ?? asOf;

/** What is covered and belongs to the auditor, each thing once. */
export function ownWork(audit: Declarations['Audit'], auditor: Ref, context: IsmsView): Own[] {
  const on = dayOf(audit, context);
  const owners = context.get(ownersByCriterion);
  const own = new Map<string, Own>();
  const { isms } = context;
  const isAuditor = samePersonAs(context, auditor, on);
  // Whoever runs the ISMS cannot audit its clauses.
  const clause = audit.covers.some(({ name }) => findClause(name));
  if (clause && isms?.owner && isAuditor(isms.owner.name)) {
    own.set('Isms', { owner: isms.owner.name, kind: 'Isms', name: label(isms) });
  }
  const programmes = audit.covers.some(({ name }) => isWithin(name, '9.2')) ? context.all('Programme') : [];
  for (const {
    owner,
    names: [name],
  } of programmes) {
    if (owner && name && isAuditor(owner.name)) {
      own.set(name.value, { owner: owner.name, kind: 'Programme', name: name.value });
    }
  }
  for (const name of new Set(audit.covers.flatMap(({ name: covered }) => relatedClauses(covered)))) {
    for (const owned of Object.hasOwn(owners, name) ? (owners[name] ?? []) : []) {
      const key = `${owned.kind} ${owned.name}`;
      if (!own.has(key) && isAuditor(owned.owner)) own.set(key, owned);
    }
  }
  return [...own.values()];
}
