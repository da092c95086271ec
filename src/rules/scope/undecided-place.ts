import { undecidedPlaces } from '../../analysis/scope.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'scope/undecided-place',
  severity: 'warning',
  clause: '4.3',
  summary: 'A place of our own with assets or people is neither in the scope nor left out of it.',
  why: 'The scope has boundaries in space too: the certificate lists the places, and the time of the audit follows from them. A place that nobody has decided on is one that nobody audits.',
  remedy:
    'Add the place to `locations:`, or to `excludes:` with a reason. A place where others work for you may be described in `interfaces:` or `dependencies:` instead.',
  asks: ['locations', 'excludes'],
  example: {
    bad: 'location Utrecht "Utrecht office"\nlocation Berlin "Berlin office"\nscope "Platform" {\n  statement: "The platform"\n  locations: Utrecht\n}\nasset Laptops "Laptops" {\n  location: Berlin\n}',
    good: 'location Utrecht "Utrecht office"\nlocation Berlin "Berlin office"\nscope "Platform" {\n  statement: "The platform"\n  locations: Utrecht, Berlin\n}\nasset Laptops "Laptops" {\n  location: Berlin\n}',
  },
  on: ['Scope'],
  check(scope, { report, get, named, all }) {
    // Of several scopes it is told that there is more than one.
    if (all('Scope')[0] !== scope) return;
    const places = get(undecidedPlaces);
    if (!places.length) return;
    const names = places.map(({ place }) => place);
    report({
      at: keySpan(scope, 'locations') ?? nameSpan(scope),
      message: saying(
        names.length > 1
          ? '{0} are neither in the scope nor left out of it; add each to `locations:` or to `excludes:`.'
          : '{0} is neither in the scope nor left out of it; add it to `locations:` or to `excludes:`.',
        firstOfSaying(names, 3),
      ),
      related: places.slice(0, 10).flatMap(({ place, asset }) => {
        const declaration = named(place, 'Location')[0]?.declaration;
        if (!declaration) return [];
        return [{ declaration, message: asset ? saying('{0} is here', asset) : saying('People work here') }];
      }),
    });
  },
});
