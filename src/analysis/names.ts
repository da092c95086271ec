/** The names that are there to be referred to. */
import { type BuiltinKind, builtinNames } from '../catalogues/builtin.ts';
import { accepts, holdersOf, targetsOf } from '../model/reference-types.ts';
import { type IsmsView, type Query, query } from '../model/view.ts';

const queries = new Map<string, Query<readonly string[]>>();

/** The names of all declarations made by a rule of the grammar, nested ones too, in the order of the ISMS. */
export function namesMadeBy(ruleName: string): Query<readonly string[]> {
  let names = queries.get(ruleName);
  if (!names) {
    names = query(`names:${ruleName}`, view => [
      ...new Set(
        holdersOf(ruleName).flatMap(kind =>
          view
            .all(kind)
            .flatMap(({ $definitions }) => $definitions.flatMap(d => (d.type === ruleName ? [d.name] : []))),
        ),
      ),
    ]);
    queries.set(ruleName, names);
  }
  return names;
}

/** All names that a reference of this type may write: declared ones first, then built-in ones. */
export function namesFor(view: IsmsView, type: string): string[] {
  const declared = [...targetsOf(type)].flatMap(ruleName => view.get(namesMadeBy(ruleName)));
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
