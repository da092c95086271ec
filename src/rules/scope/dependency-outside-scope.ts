import { isDescribed, outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'scope/dependency-outside-scope',
  severity: 'warning',
  clause: '4.3 c',
  summary: 'An asset in scope depends on one that is outside.',
  why: 'Dependencies between what the organisation performs and what others perform are considered when the scope is drawn. One that nobody describes is one that nobody controls.',
  remedy:
    'Name the asset in `dependencies:` or `interfaces:` of the scope and say how the dependency is controlled, or extend the scope.',
  example: {
    bad: 'scope "Platform" {\n  statement: "The platform"\n  excludes: OfficeServer because "old"\n}\nasset CustomerDb "Customer database" {\n  depends-on: OfficeServer\n}\nasset OfficeServer "Office server" {}',
    good: 'scope "Platform" {\n  statement: "The platform"\n}\nasset CustomerDb "Customer database" {\n  depends-on: OfficeServer\n}\nasset OfficeServer "Office server" {}',
  },
  on: ['Asset'],
  damagedToo: true,
  check(asset, { report, get, resolve, all }) {
    if (!asset.dependsOn.length) return;
    const boundary = get(scopeBoundary);
    if (!boundary || outsideScope(boundary, asset)) return;
    for (const ref of asset.dependsOn) {
      const other = resolve(ref)?.declaration;
      if (other?.$type !== 'Asset') continue;
      const outside = outsideScope(boundary, other);
      // A place that is neither in nor out is told by itself.
      if (!outside || outside === 'location-not-listed') continue;
      const [scope] = all('Scope');
      if (
        scope &&
        isDescribed(
          scope,
          other.names.map(({ value }) => value),
        )
      )
        continue;
      report({
        at: ref,
        message: saying(
          '{0} depends on {1}, which is outside the scope; describe it in `dependencies:` of the scope, or extend the scope.',
          shortLabel(asset),
          ref.name,
        ),
        related: [{ declaration: other, message: reasons[outside] }],
      });
    }
  },
});

const reasons = {
  asset: saying('The scope excludes this asset'),
  supplier: saying('The scope excludes the supplier of this asset'),
  'location-excluded': saying('The scope excludes the location of this asset'),
} as const;
