import { dateOf } from '../../analysis/deadline.ts';
import { samePersonAs } from '../../analysis/holders.ts';
import type { Declarations, Ref } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { ownWork } from '../audit/_own-work.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'finding/owned-by-auditor',
  severity: 'warning',
  moment: 'contradiction',
  clause: '9.2.2 b, 10.2 a',
  summary: 'A finding is corrected by the auditor who raised it.',
  why: 'Whoever puts a finding right judges his or her own work at the next audit, and is no longer impartial. Auditors raise findings and verify what was done; who runs what was audited corrects it.',
  remedy:
    'Name in `owner:`, and in the actions, who is responsible for what was audited. The auditor may own an action beside theirs, such as the verification.',
  example: {
    bad: 'role Auditor "Internal auditor" { external }\naudit IA-2026-1 "Internal audit" {\n  auditors: Auditor\n}\nfinding NC-1 "Restore test skipped" {\n  audit: IA-2026-1\n  owner: Auditor\n}',
    good: 'role Auditor "Internal auditor" { external }\nrole PlatformLead "Platform lead"\naudit IA-2026-1 "Internal audit" {\n  auditors: Auditor\n}\nfinding NC-1 "Restore test skipped" {\n  audit: IA-2026-1\n  owner: PlatformLead\n}',
  },
  on: ['Finding'],
  damagedToo: true,
  check(finding, context) {
    const audit = finding.audit && context.resolve(finding.audit)?.declaration;
    // Whoever audits a supplier also sees to it that the supplier corrects what was found.
    if (audit?.$type !== 'Audit' || audit.kind?.value === 'supplier') return;
    const on = dateOf(finding.raised) ?? dateOf(audit.performed) ?? context.asOf;
    // In a team, each may have audited what belongs to another.
    const isAuditor = (actor: Ref): boolean =>
      audit.auditors.length > 0 && audit.auditors.every(({ name }) => samePersonAs(context, actor, on)(name));
    const at = [finding.owner, soleActor(finding)].find(actor => actor && isAuditor(actor));
    // Where the auditor owned what was audited, that is told, and is the graver fault.
    if (!at || audit.auditors.some(auditor => ownWork(audit, auditor, context).length > 0)) return;
    context.report({
      at,
      message: saying(
        finding.closed
          ? '{0} was corrected by {1}, who audited in {2}; name who is responsible for what was audited.'
          : '{0} is to be corrected by {1}, who audited in {2}; name who is responsible for what was audited.',
        labelled(finding),
        at.name,
        labelled(audit),
      ),
      related: [{ declaration: audit, message: saying('{0} raised it here', at.name) }],
    });
  },
});

/** Who owns every action: beside those of others, one of the auditor may be the verification. */
function soleActor({ actions }: Declarations['Finding']): Ref | undefined {
  const owner = actions[0]?.owner;
  return actions.every(action => action.owner?.name === owner?.name) ? owner : undefined;
}
