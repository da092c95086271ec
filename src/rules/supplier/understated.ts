import { securityProperties } from '../../analysis/asset-values.ts';
import { riskMethod } from '../../analysis/method.ts';
import { assetsFrom, isSlight } from '../../analysis/suppliers.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'supplier/understated',
  severity: 'info',
  moment: 'contradiction',
  clause: 'A.5.19',
  summary: 'Little is said to depend on a supplier that provides an asset of the highest value.',
  why: 'How closely a supplier is managed follows from what depends on it. Where the inventory says that an asset could not be done without, its provider can hardly be a minor one.',
  remedy: 'Correct the `criticality:` of the supplier, or the value of the asset.',
  example: {
    bad: 'method "Ours" {\n  values { 1: normal 2: vital }\n}\nsupplier Host "Hosting provider" {\n  criticality: low\n}\nasset Shop "Web shop" {\n  availability: vital\n  supplier: Host\n}',
    good: 'method "Ours" {\n  values { 1: normal 2: vital }\n}\nsupplier Host "Hosting provider" {\n  criticality: high\n}\nasset Shop "Web shop" {\n  availability: vital\n  supplier: Host\n}',
  },
  on: ['Supplier'],
  damagedToo: true,
  check(supplier, context) {
    const { criticality } = supplier;
    if (!criticality || !isSlight(supplier)) return;
    const highest = context.get(riskMethod)?.values.at(-1)?.label;
    if (highest === undefined) return;
    const assets = assetsFrom(context, supplier).filter(asset =>
      securityProperties.some(of => asset[of]?.value === highest),
    );
    if (!assets.length) return;
    context.report({
      at: criticality,
      message: saying(
        '{0} has `criticality: {1}`, but provides {2} of the highest value ({3}); correct one of the two.',
        shortLabel(supplier),
        criticality.value,
        firstOfSaying(assets.map(shortLabel), 2),
        highest,
      ),
      related: assets.slice(0, 5).map(asset => ({ declaration: asset, message: saying('Valued {0}', highest) })),
    });
  },
});
