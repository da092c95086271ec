import { isWithin, relatedClauses } from '../../analysis/audit-criteria.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { samePersonAs } from '../../analysis/holders.ts';
import { type Owned, ownersByCriterion } from '../../analysis/ownership.ts';
import { findClause } from '../../catalogues/clauses.ts';
import { type Declarations, label, type Ref } from '../../model/declaration.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { type Related, type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'audit/auditor-not-impartial',
  severity: 'error',
  moment: 'contradiction',
  clause: '9.2.2 b',
  summary: 'An auditor audits what he or she owns.',
  why: 'Nobody audits their own work. Auditors are chosen so that the audit is objective and impartial, and certification auditors compare their names with the owners.',
  remedy:
    'Appoint an auditor who owns none of the controls, the risks that they treat or the documents audited, or have this part audited by somebody else. Where a small organisation has nobody else, ISO 19011 still asks that bias is removed as far as possible: silence the line with what was done.',
  example: {
    bad: 'role Ciso "Security officer"\ncontrol A.8.13 "Information backup" {\n  applicable: yes\n  owner: Ciso\n}\naudit IA-2026-1 "Internal audit" {\n  auditors: Ciso\n  covers: A.8.13\n}',
    good: 'role Ciso "Security officer"\nrole ExternalAuditor "Internal auditor" { external }\ncontrol A.8.13 "Information backup" {\n  applicable: yes\n  owner: Ciso\n}\naudit IA-2026-1 "Internal audit" {\n  auditors: ExternalAuditor\n  covers: A.8.13\n}',
  },
  on: ['Audit'],
  damagedToo: true,
  check(audit, context) {
    if (!audit.covers.length) return;
    for (const auditor of audit.auditors) {
      const own = ownWork(audit, auditor, context);
      if (!own.length) continue;
      const names = [...new Set(own.map(({ name }) => name))];
      context.report({
        at: auditor,
        message: saying(
          'In {0}, {1} would audit what {1} owns ({2}); appoint an auditor who owns none of it.',
          labelled(audit),
          auditor.name,
          firstOfSaying(names, 3),
        ),
        related: own.slice(0, 10).flatMap(owned => related(owned, auditor, context)),
      });
    }
  },
});

type Own = Pick<Owned, 'owner' | 'name'> & { readonly kind: Owned['kind'] | 'Isms' | 'Programme' };

/** What is covered and belongs to the auditor, each thing once. */
function ownWork(audit: Declarations['Audit'], auditor: Ref, context: RuleContext): Own[] {
  const on = dateOf(audit.performed) ?? dateOf(audit.planned) ?? context.asOf;
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

function related({ kind, name, owner }: Own, auditor: Ref, context: RuleContext): Related[] {
  const declaration = kind === 'Isms' ? context.isms : context.named(name, kind)[0]?.declaration;
  const message =
    owner === auditor.name
      ? saying('{0} is owned by {1}', name, owner)
      : saying('{0} is owned by {1}, who is {2} too', name, owner, auditor.name);
  return declaration ? [{ declaration, name, message }] : [];
}
