/** With whom a risk may be shared. */
import type { Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';

/** Suppliers of what is at risk first, then other suppliers. */
export function counterpartiesFor(view: IsmsView, risk: Risk): string[] {
  const names = risk.assets.flatMap(ref => {
    const asset = view.resolve(ref)?.declaration;
    return asset?.$type === 'Asset' && asset.supplier && view.resolve(asset.supplier) ? [asset.supplier.name] : [];
  });
  const others = view.all('Supplier').flatMap(supplier => supplier.names.slice(0, 1).map(({ value }) => value));
  return [...new Set([...names, ...others])].slice(0, 5);
}
