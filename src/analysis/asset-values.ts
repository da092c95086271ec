/** What the loss of an asset would mean, also through the assets that depend on it. (6.1.2 d) */
import { dictionary } from '../model/dictionary.ts';
import { projection, query } from '../model/view.ts';
import { inheritsValues } from './assets.ts';
import { riskMethod, stepOf } from './method.ts';

export const securityProperties = ['confidentiality', 'integrity', 'availability'] as const;

export type SecurityProperty = (typeof securityProperties)[number];

export interface AssetValue {
  /** A word of the value scale. */
  readonly label: string;
  /** Its number on the scale. */
  readonly value: number;
  /** The asset that it is taken over from; absent where it is the asset's own. */
  readonly from?: string;
}

export type AssetValues = Readonly<Partial<Record<SecurityProperty, AssetValue>>>;

interface Valued extends Readonly<Partial<Record<SecurityProperty, string>>> {
  readonly name: string;
  readonly dependsOn: readonly string[];
}

const valued = projection(
  'valuedAssets',
  'Asset',
  ({ names: [name], ...asset }): Valued | undefined =>
    name && {
      name: name.value,
      dependsOn: asset.dependsOn.map(ref => ref.name),
      confidentiality: asset.confidentiality?.value,
      integrity: asset.integrity?.value,
      availability: asset.availability?.value,
    },
);

/**
 * The value of each asset by property. Where the method says `asset-values: inherited`, what an asset depends on takes over the
 * highest value among itself and all that depend on it, directly or not (the maximum rule); loops do no harm. Words that are
 * not on the scale count as missing.
 */
export const assetValues = query('assetValues', (view): Readonly<Record<string, AssetValues>> => {
  const method = view.get(riskMethod);
  if (!method) return dictionary<AssetValues>();
  const assets = new Map<string, Valued>();
  for (const asset of view.collect(valued)) if (!assets.has(asset.name)) assets.set(asset.name, asset);
  const isInherited = view.get(inheritsValues);
  const dependenciesOf = (name: string): string[] => (isInherited ? [...(assets.get(name)?.dependsOn ?? [])] : []);
  const values = new Map([...assets.keys()].map(name => [name, {} as Partial<Record<SecurityProperty, AssetValue>>]));
  for (const property of securityProperties) {
    const own = [...assets].flatMap(([name, asset]) => {
      const step = stepOf(method.values, asset[property]);
      return step ? [{ name, ...step }] : [];
    });
    // From the highest value down, each asset is reached first by the value that it gets.
    own.sort((a, b) => b.value - a.value);
    for (const { name, label, value } of own) {
      const taken = values.get(name)?.[property];
      // An own value as high as one taken over stays its own.
      if (taken && taken.value > value) continue;
      const start = values.get(name);
      if (start) start[property] = { label, value };
      const open = dependenciesOf(name);
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        const here = values.get(at);
        if (!here || here[property]) continue;
        here[property] = { label, value, from: name };
        for (const name of dependenciesOf(at)) open.push(name);
      }
    }
  }
  return dictionary(values);
});
