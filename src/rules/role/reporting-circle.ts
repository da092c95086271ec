import type { Declarations, Ref } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'role/reporting-circle',
  severity: 'warning',
  moment: 'contradiction',
  clause: '5.3 b',
  summary: 'A role reports to itself, directly or through others.',
  why: 'Somebody reports to top management on the performance of the ISMS. In a circle no report ever arrives there.',
  remedy: 'Correct the `reports-to:` that is wrong; the highest role has none.',
  example: {
    bad: 'role Cto "Chief technology officer" {\n  reports-to: HeadOfIt\n}\nrole HeadOfIt "Head of IT" {\n  reports-to: Cto\n}',
    good: 'role Cto "Chief technology officer"\nrole HeadOfIt "Head of IT" {\n  reports-to: Cto\n}',
  },
  on: ['Role'],
  damagedToo: true,
  check(role, context) {
    const { reportsTo } = role;
    if (!reportsTo) return;
    const circle = circleFrom(context, role, reportsTo);
    const [first] = circle;
    // Told once, at the role that stands first in the alphabet.
    if (!first || circle.some(other => nameOf(other) < nameOf(role))) return;
    const over = circle.filter(other => other !== role).map(nameOf);
    context.report({
      at: reportsTo,
      message: over.length
        ? saying(
            '{0} reports to itself through {1}; correct the `reports-to:` that is wrong.',
            shortLabel(role),
            firstOfSaying(over, 3),
          )
        : saying('{0} reports to itself; name the role above it, or leave `reports-to:` out.', shortLabel(role)),
    });
  },
});

type Role = Declarations['Role'];

const nameOf = ({ names: [name] }: Role): string => name?.value ?? '';

/** The roles on the way from a role back to itself; empty where the way ends elsewhere. */
function circleFrom(view: IsmsView, role: Role, to: Ref): readonly Role[] {
  const way = new Set<Role>();
  let next: Ref | undefined = to;
  while (next) {
    const above: unknown = view.resolve(next)?.declaration;
    if (!isRole(above) || way.has(above)) return [];
    way.add(above);
    if (above === role) return [...way];
    next = above.reportsTo;
  }
  return [];
}

const isRole = (found: unknown): found is Role => (found as Role | undefined)?.$type === 'Role';
