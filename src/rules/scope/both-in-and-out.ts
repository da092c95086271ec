import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'scope/both-in-and-out',
  severity: 'error',
  moment: 'contradiction',
  clause: '4.3',
  summary: 'A place is in the scope and left out of it.',
  why: 'The scope stands on the certificate. Whoever reads it has to know whether a place belongs to it, and so does the auditor who plans the days.',
  remedy: 'Take the place out of `locations:` or out of `excludes:`.',
  example: {
    bad: 'location Depot "Depot"\nscope "All" {\n  locations: Depot\n  excludes: Depot because "Closed in 2025"\n}',
    good: 'location Depot "Depot"\nlocation Office "Office"\nscope "All" {\n  locations: Office\n  excludes: Depot because "Closed in 2025"\n}',
  },
  on: ['Scope'],
  damagedToo: true,
  check(scope, { report }) {
    const left = new Set(scope.excludes.flatMap(({ what }) => (what ? [what.name] : [])));
    for (const place of scope.locations) {
      if (!left.has(place.name)) continue;
      report({
        at: place,
        message: saying(
          '{0} is in the scope and left out of {1}; take it out of `locations:` or of `excludes:`.',
          place.name,
          shortLabel(scope),
        ),
      });
    }
  },
});
