/** The names that are there to be referred to. */
import { type BuiltinKind, builtinNames } from '../catalogues/builtin.ts';
import { accepts, targetsOf } from '../model/reference-types.ts';
import type { IsmsView } from '../model/view.ts';

/**
 * Names that may be meant by a text where a reference of this type stands: declared ones that are near in the alphabet (all, where
 * they are few), then built-in ones. Whoever mistypes a name mostly gets its beginning right.
 */
export function namesNear(view: IsmsView, text: string, type: string): string[] {
  const declared = [...targetsOf(type)].flatMap(ruleName => view.namesAround(ruleName, text));
  return [...new Set([...declared, ...builtinKindsFor(type).flatMap(builtinNames)])];
}

function builtinKindsFor(type: string): BuiltinKind[] {
  const kinds: BuiltinKind[] = [];
  if (accepts(type, 'CatalogEntry')) kinds.push('annex-a-control');
  if (type === 'Coverable') kinds.push('clause');
  if (accepts(type, 'Catalog')) kinds.push('catalogue');
  if (accepts(type, 'Threat')) kinds.push('threat');
  if (accepts(type, 'Vulnerability')) kinds.push('vulnerability');
  return kinds;
}
