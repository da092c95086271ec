/** What the scope takes in and leaves out. (4.3) */
import type { Declarations } from '../model/declaration.ts';
import { projection, query } from '../model/view.ts';

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

/** What it takes to tell whether an asset is within. */
export interface Placed {
  readonly names: readonly { readonly value: string }[];
  readonly supplier?: { readonly name: string } | undefined;
  readonly locations: readonly { readonly name: string }[];
}

export type OutsideBecause = 'asset' | 'supplier' | 'location-excluded' | 'location-not-listed';

/**
 * Why an asset is outside the scope: it is excluded itself, or its supplier or all its locations are, or the scope lists locations
 * and none of the asset's is among them. What a supplier provides may be anywhere; undefined for an asset within.
 */
export function outsideScope(boundary: ScopeBoundary, asset: Placed): OutsideBecause | undefined {
  const isExcluded = (name: string): boolean => boundary.excluded.includes(name);
  if (asset.names.some(({ value }) => isExcluded(value))) return 'asset';
  if (asset.supplier && isExcluded(asset.supplier.name)) return 'supplier';
  if (!asset.locations.length) return undefined;
  if (asset.locations.every(({ name }) => isExcluded(name))) return 'location-excluded';
  if (asset.supplier || !boundary.locations.length) return undefined;
  return asset.locations.some(({ name }) => boundary.locations.includes(name)) ? undefined : 'location-not-listed';
}

const places = projection('places', 'Location', ({ names: [name], headcount }) =>
  name ? { name: name.value, headcount: headcount?.value } : undefined,
);

/** Where our own assets are; what a supplier provides may be anywhere. */
const ownAssets = projection('ownAssetsByPlace', 'Asset', ({ names: [name], locations, supplier }) =>
  name && locations.length && !supplier
    ? { name: name.value, locations: locations.map(location => location.name) }
    : undefined,
);

/** Whether a scope speaks of something where it says what it depends on or borders on: by its name, or the words that it is made of. */
export function isDescribed({ dependencies, interfaces }: Declarations['Scope'], names: readonly string[]): boolean {
  const text = `${dependencies?.value ?? ''}\n${interfaces?.value ?? ''}`.toLowerCase();
  const words = names.flatMap(name => [name, name.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|[-_.]/gu, ' ')]);
  return words.some(word => text.includes(word.toLowerCase()));
}

export interface UndecidedPlace {
  readonly place: string;
  /** The first of the assets there; undefined where people work without any. */
  readonly asset: string | undefined;
}

/**
 * The places with assets or people of our own that the scope neither lists nor excludes, nor speaks of where it says what it borders
 * or depends on. Places of other ISMSs are theirs, and people at a place that an ISMS below uses are its own.
 */
export const undecidedPlaces = query('undecidedPlaces', (view): readonly UndecidedPlace[] => {
  const boundary = view.get(scopeBoundary);
  if (!boundary) return [];
  const decided = new Set([...boundary.locations, ...boundary.excluded]);
  const isSpokenOf = (name: string): boolean => view.all('Scope').some(scope => isDescribed(scope, [name]));
  return view.collect(places).flatMap(({ name, headcount }) => {
    if (decided.has(name) || isSpokenOf(name)) return [];
    // Assets are looked at only for such a place, of which there are few.
    const asset = view.first(
      ownAssets,
      ({ name: called, locations }) => locations.includes(name) && !boundary.excluded.includes(called),
    )?.name;
    const isOurs = asset !== undefined || (!!headcount && !view.isUsedByOthers);
    return isOurs ? [{ place: name, asset }] : [];
  });
});
