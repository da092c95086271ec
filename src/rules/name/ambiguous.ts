import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { aKind } from './_described.ts';

export default rule({
  code: 'name/ambiguous',
  severity: 'error',
  summary: 'A name could mean two things of different kinds.',
  why: 'A reason that may be a risk or a legal requirement is shown wrongly in the Statement of Applicability half of the time.',
  remedy: 'Rename one of the two, so that the name tells which is meant.',
  example: {
    bad: 'control A.8.14 "Redundancy of information processing facilities" {\n  because: Uptime\n}\nrisk Uptime "The platform is down" {}\nparty Customers {\n  requirement Uptime "99.9 % availability"\n}',
    good: 'control A.8.14 "Redundancy of information processing facilities" {\n  because: Outage\n}\nrisk Outage "The platform is down" {}\nparty Customers {\n  requirement Uptime "99.9 % availability"\n}',
  },
  on: ['any'],
  damagedToo: true,
  check(declaration, { report, resolve, alternatives }) {
    for (const ref of declaration.$references) {
      const others = alternatives(ref);
      const first = others.length ? resolve(ref) : undefined;
      const other = others.find(({ type }) => type !== first?.type);
      if (!first || !other) continue;
      const types = [first.type, other.type];
      // A control and the catalogue entry that it decides on share their name on purpose.
      if (types.includes('CatalogEntry') && types.includes('Control')) continue;
      report({
        at: ref,
        message: saying(
          '{0} is the name of {1} and of {2}; rename one, so that it is clear which is meant.',
          ref.name,
          aKind(first.type),
          aKind(other.type),
        ),
        related: [first, other].map(({ declaration: there, definition }) => ({
          declaration: there,
          name: ref.name,
          message: saying('{0} as {1}', ref.name, aKind(definition.type)),
        })),
      });
    }
  },
});
