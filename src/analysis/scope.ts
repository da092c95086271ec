/** What the scope takes in and leaves out. (4.3) */
import type { Declarations } from '../model/declaration.ts';
import { query } from '../model/view.ts';

export interface ScopeBoundary {
  /** Names of the assets, locations and suppliers that it excludes. */
  readonly excluded: readonly string[];
  /** Names of the locations that it lists; empty if it lists none. */
  readonly locations: readonly string[];
}

/** The boundary of the scope; undefined where none is declared. */
export const scopeBoundary = query('scopeBoundary', (view): ScopeBoundary | undefined => {
  const scopes = view.all('Scope');
  if (!scopes.length) return undefined;
  return {
    excluded: scopes.flatMap(({ excludes }) => excludes.flatMap(({ what }) => (what ? [what.name] : []))),
    locations: scopes.flatMap(({ locations }) => locations.map(({ name }) => name)),
  };
});

export type OutsideBecause = 'asset' | 'supplier' | 'location-excluded' | 'location-not-listed';

/**
 * Why an asset is outside the scope: it is excluded itself, or its supplier or all its locations are, or the scope lists locations
 * and none of the asset's is among them. What a supplier provides may be anywhere; undefined for an asset within.
 */
export function outsideScope(boundary: ScopeBoundary, asset: Declarations['Asset']): OutsideBecause | undefined {
  const isExcluded = (name: string): boolean => boundary.excluded.includes(name);
  if (asset.names.some(({ value }) => isExcluded(value))) return 'asset';
  if (asset.supplier && isExcluded(asset.supplier.name)) return 'supplier';
  if (!asset.locations.length) return undefined;
  if (asset.locations.every(({ name }) => isExcluded(name))) return 'location-excluded';
  if (asset.supplier || !boundary.locations.length) return undefined;
  return asset.locations.some(({ name }) => boundary.locations.includes(name)) ? undefined : 'location-not-listed';
}
