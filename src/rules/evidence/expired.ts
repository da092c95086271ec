import { presentKinds, recentEvidenceOf, usersOfRecentEvidence } from '../../analysis/evidence.ts';
import { evidenceEnds } from '../../analysis/next-dates.ts';
import type { Declaration, Declarations } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'evidence/expired',
  severity: 'warning',
  clause: '8.1, 9.1',
  summary: 'The evidence of a control or supplier is older than it may be.',
  why: 'Stale evidence shows that a control worked once. Auditors ask for what shows that it works today. The record of an audit, a review, a finding, an incident or a course stays true whatever its age: it is not told.',
  remedy: 'Collect it again, then change `file:` and `collected:` together.',
  example: {
    bad: 'evidence RestoreTest "Restore test report" {\n  collected: 2025-08-11\n  valid: 6 months\n}\ncontrol A.8.13 "Information backup" { evidence: RestoreTest }',
    good: 'evidence RestoreTest "Restore test report" {\n  collected: 2026-02-11\n  valid: 6 months\n}\ncontrol A.8.13 "Information backup" { evidence: RestoreTest }',
    asOf: '2026-06-01',
  },
  on: ['Evidence', ...presentKinds],
  damagedToo: true,
  check(declaration, context) {
    if (declaration.$type === 'Evidence') checkOwn(declaration, context);
    else if (context.usesOthers) checkShared(declaration, context);
  },
});

function checkOwn(evidence: Declarations['Evidence'], context: RuleContext): void {
  const { collected, names } = evidence;
  const ends = evidenceEnds(evidence);
  const [name] = names;
  if (!collected || !name || !ends || ends >= context.asOf) return;
  // What nobody relies on today need not be renewed; that it is unused is told.
  const users = usersOfRecentEvidence(context, name.value);
  const [first] = users;
  if (!first) return;
  const message =
    users.length > 1
      ? saying(
          '{0} expired on {1}, but {2} and {3} more rely on it; collect it again and set `collected:`.',
          name.value,
          ends,
          labelled(first),
          users.length - 1,
        )
      : saying(
          '{0} expired on {1}, but {2} relies on it; collect it again and set `collected:`.',
          name.value,
          ends,
          labelled(first),
        );
  context.report({
    at: collected,
    message,
    related: users
      .slice(0, 10)
      .map(user => ({ declaration: user, message: saying('{0} relies on it', labelled(user)) })),
  });
}

/** Evidence of another ISMS is kept there: what relies on it here is told here. */
function checkShared(declaration: Declaration, context: RuleContext): void {
  for (const ref of recentEvidenceOf(declaration)) {
    const evidence = context.resolve(ref)?.declaration;
    const origin = evidence && context.origin(evidence);
    if (origin === undefined || evidence?.$type !== 'Evidence') continue;
    const ends = evidenceEnds(evidence);
    if (!ends || ends >= context.asOf) continue;
    context.report({
      at: ref,
      message: saying(
        '{0} of {1} expired on {2}, but {3} relies on it; have it collected again there.',
        ref.name,
        origin,
        ends,
        labelled(declaration),
      ),
      related: [{ declaration: evidence, message: saying('{0} as {1} keeps it', ref.name, origin) }],
    });
  }
}
