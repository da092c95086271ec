/** How assets are looked at by the method of risk assessment. (6.1.2) */
import type { Declarations } from '../model/declaration.ts';
import { type IsmsView, query } from '../model/view.ts';

/** Whether risks are identified per asset or per event; undefined where the method does not say so. (ISO/IEC 27005) */
export const assessmentStyle = query('assessmentStyle', view => view.all('Method')[0]?.style?.value);

/** Whether the method says anything of asset values: a scale for them, or whose they are. */
export const valuesAssets = query('valuesAssets', view => {
  const [method] = view.all('Method');
  return !!method && (method.values.length > 0 || method.assetValues !== undefined);
});

/** Whether an asset takes over the highest value of what depends on it. */
export const inheritsValues = query(
  'inheritsValues',
  view => view.all('Method')[0]?.assetValues?.value === 'inherited',
);

/**
 * Whether a risk concerns an asset: one that names it or a weakness of it, or one that names an asset which depends on it, since what
 * happens to the one happens to the other.
 */
export function isAssessed(view: IsmsView, asset: Declarations['Asset']): boolean {
  const seen = new Set<string>();
  const look = (name: string): boolean => {
    if (seen.has(name)) return false;
    seen.add(name);
    if (view.isUsed(name, 'Asset', 'Risk')) return true;
    const isWeakness = view
      .users(name, 'Asset', 'Vulnerability')
      .some(({ names }) => names.some(({ value }) => view.isUsed(value, 'Vulnerability', 'Risk')));
    return isWeakness || view.users(name, 'Asset', 'Asset').some(({ names }) => names.some(({ value }) => look(value)));
  };
  return asset.names.some(({ value }) => look(value));
}
