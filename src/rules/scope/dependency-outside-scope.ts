import { outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import { label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'scope/dependency-outside-scope',
  severity: 'warning',
  clause: '4.3 c',
  summary: 'An asset in scope depends on one that is outside.',
  why: 'A scope that is too narrow makes the certificate worthless: what the protected assets cannot do without has to be protected as well.',
  remedy:
    'Take the asset into the scope, or end the dependency. Where it is meant so, describe it in the `dependencies:` of the scope and silence this line with a reason.',
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
      if (!outside) continue;
      const [scope] = all('Scope');
      const where = outside === 'location-not-listed' && scope ? scope : other;
      report({
        at: ref,
        message: `${label(asset)} depends on ${ref.name}, which is outside the scope; take it in or end the dependency.`,
        related: [{ declaration: where, message: reasons[outside] }],
      });
    }
  },
});

const reasons = {
  asset: 'The scope excludes this asset',
  supplier: 'The scope excludes the supplier of this asset',
  'location-excluded': 'The scope excludes the location of this asset',
  'location-not-listed': 'The location of the asset is not among those of the scope',
} as const;
