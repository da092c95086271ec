/** The inventory of assets for programs: what there is to be protected, whose it is, and what its loss would mean. (A.5.9) */
import { type AssetValue, assetValues } from '../../analysis/asset-values.ts';
import { type OutsideBecause, outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import { compareNaturally } from '../../catalogues/natural-order.ts';
import type { Declarations } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import {
  byName,
  type DescribedData,
  durationData,
  type HeadData,
  headData,
  type NamedData,
  nameData,
  refData,
  refsData,
  valueData,
  yesNoData,
} from './_shared.ts';

export interface AssetInventory extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:asset-inventory:1';
  readonly assets: readonly AssetData[];
}

export interface AssetData extends DescribedData {
  /** As written. */
  readonly type: string | null;
  readonly owner: NamedData | null;
  readonly locations: readonly NamedData[];
  readonly supplier: NamedData | null;
  readonly classification: string | null;
  readonly personalData: boolean | null;
  readonly confidentiality: ValueData | null;
  readonly integrity: ValueData | null;
  readonly availability: ValueData | null;
  /** How soon it has to work again, how much work may be lost, and after what time without it the damage is no longer bearable. (A.5.30) */
  readonly recoveryTime: string | null;
  readonly recoveryPoint: string | null;
  readonly tolerableOutage: string | null;
  readonly dependsOn: readonly NamedData[];
  /** The risks that name it. */
  readonly risks: readonly NamedData[];
  /** Why it lies outside the scope; null for one within. */
  readonly outside: 'asset' | 'supplier' | 'location-excluded' | 'location-not-listed' | null;
}

/** What a loss would mean. */
export interface ValueData {
  /** A word of the method's value scale. */
  readonly word: string;
  /** The asset that it is taken over from; null where it is the asset's own. */
  readonly from: string | null;
}

export function assetInventoryData(view: IsmsView): AssetInventory {
  const values = view.get(assetValues);
  const boundary = view.get(scopeBoundary) ?? { excluded: [], locations: [] };
  return {
    $schema: 'urn:isms-as-code:schema:asset-inventory:1',
    ...headData(view),
    assets: byName(view, view.all('Asset'), (asset, name) => {
      const own = Object.hasOwn(values, name.id) ? values[name.id] : undefined;
      const outside: OutsideBecause | undefined = outsideScope(boundary, asset);
      return {
        ...name,
        type: valueData(asset.type),
        owner: refData(view, asset.owner),
        locations: refsData(view, asset.locations),
        supplier: refData(view, asset.supplier),
        classification: valueData(asset.classification),
        personalData: yesNoData(asset.personalData),
        confidentiality: value(own?.confidentiality, asset.confidentiality),
        integrity: value(own?.integrity, asset.integrity),
        availability: value(own?.availability, asset.availability),
        recoveryTime: durationData(asset.recoveryTime),
        recoveryPoint: durationData(asset.recoveryPoint),
        tolerableOutage: durationData(asset.tolerableOutage),
        dependsOn: refsData(view, asset.dependsOn),
        risks: risksOf(view, name.id),
        outside: outside ?? null,
      };
    }),
  };
}

/** The value by the method; without one the word as it is written. */
const value = (found: AssetValue | undefined, written: Declarations['Asset']['integrity']): ValueData | null =>
  found ? { word: found.label, from: found.from ?? null } : written ? { word: written.value, from: null } : null;

const risksOf = (view: IsmsView, asset: string): NamedData[] =>
  view
    .users(asset, 'Asset', 'Risk')
    .flatMap(risk => nameData(risk) ?? [])
    .sort((a, b) => compareNaturally(a.id, b.id));
