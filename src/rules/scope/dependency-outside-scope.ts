import { outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import type { Declarations } from '../../model/declaration.ts';
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
      if (!outside) continue;
      const [scope] = all('Scope');
      if (scope && isDescribed(scope, other)) continue;
      const where = outside === 'location-not-listed' && scope ? scope : other;
      report({
        at: ref,
        message: saying(
          '{0} depends on {1}, which is outside the scope; describe it in `dependencies:` of the scope, or extend the scope.',
          shortLabel(asset),
          ref.name,
        ),
        related: [{ declaration: where, message: reasons[outside] }],
      });
    }
  },
});

const reasons = {
  asset: saying('The scope excludes this asset'),
  supplier: saying('The scope excludes the supplier of this asset'),
  'location-excluded': saying('The scope excludes the location of this asset'),
  'location-not-listed': saying('The location of the asset is not among those of the scope'),
} as const;

/** Whether the scope speaks of an asset where it says what it depends on or borders on: by its name, or the words that it is made of. */
function isDescribed({ dependencies, interfaces }: Declarations['Scope'], asset: Declarations['Asset']): boolean {
  const text = `${dependencies?.value ?? ''}\n${interfaces?.value ?? ''}`.toLowerCase();
  const words = asset.names.flatMap(({ value }) => [value, value.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|[-_.]/gu, ' ')]);
  return words.some(word => text.includes(word.toLowerCase()));
}
