import { actingAs } from '../../analysis/holders.ts';
import type { Declarations, Ref } from '../../model/declaration.ts';
import { firstOfSaying, type Saying, saying } from '../../wording/wording.ts';
import { type Related, type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { dayOf, type Own, ownWork } from './_own-work.ts';

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
      context.report({
        at: auditor,
        message: messageOf(audit, auditor, own, context),
        related: own.slice(0, 10).flatMap(owned => related(owned, auditor, context)),
      });
    }
  },
});

/** What an auditor owns by the same name is told alone; else by which name it is owned, and who both are. */
function messageOf(audit: Declarations['Audit'], auditor: Ref, own: readonly Own[], context: RuleContext): Saying {
  const direct = own.filter(({ owner }) => owner === auditor.name);
  const shown = direct.length ? direct : own;
  const names = firstOfSaying([...new Set(shown.map(({ name }) => name))], direct.length ? 3 : 2);
  const held = audit.performed !== undefined;
  if (direct.length) {
    return saying(
      held
        ? 'In {0}, {1} audited what {1} owns ({2}); let somebody who owns none of it audit it.'
        : 'In {0}, {1} would audit what {1} owns ({2}); appoint an auditor who owns none of it.',
      labelled(audit),
      auditor.name,
      names,
    );
  }
  const owners = firstOfSaying([...new Set(own.map(({ owner }) => owner))], 2);
  const persons = actingAs(context, auditor.name, dayOf(audit, context)).map(({ person }) => person);
  return saying(
    held
      ? 'In {0}, {1} audited what belongs to {2} ({3}), and both are {4}; let somebody else audit it.'
      : 'In {0}, {1} would audit what belongs to {2} ({3}), and both are {4}; appoint another auditor.',
    labelled(audit),
    auditor.name,
    owners,
    names,
    firstOfSaying(persons, 2),
  );
}

function related({ kind, name, owner }: Own, auditor: Ref, context: RuleContext): Related[] {
  const declaration = kind === 'Isms' ? context.isms : context.named(name, kind)[0]?.declaration;
  const message =
    owner === auditor.name
      ? saying('{0} is owned by {1}', name, owner)
      : saying('{0} is owned by {1}, who is {2} too', name, owner, auditor.name);
  return declaration ? [{ declaration, name, message }] : [];
}
