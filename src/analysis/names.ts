/** The names that are there to be referred to. */
import { type BuiltinKind, builtinNames } from '../catalogues/builtin.ts';
import { nearest } from '../language/nearest.ts';
import { accepts, targetsOf } from '../model/reference-types.ts';
import type { IsmsView } from '../model/view.ts';

interface Answer {
  readonly text: string;
  readonly type: string;
  readonly declared: readonly (readonly string[])[];
  readonly names: readonly string[];
}

/** The last answer: where a name is gone that a thousand declarations use, each of them asks the same. */
let last: Answer | undefined;

/**
 * The names, three at most, that may be meant by a text where a reference of this type stands, the nearest first: of the declared ones
 * those that are near in the alphabet (all, where they are few), the built-in ones, and the words that may stand there. Whoever
 * mistypes a name mostly gets its beginning right.
 */
export function namesMeant(view: IsmsView, text: string, type: string, words: readonly string[]): readonly string[] {
  const declared = [...targetsOf(type)].map(target => view.namesAround(target, text));
  const isAsBefore =
    last?.text === text && last.type === type && last.declared.every((names, i) => names === declared[i]);
  if (last && isAsBefore) return last.names;
  const candidates = [...declared.flat(), ...builtinKindsFor(type).flatMap(builtinNames), ...words];
  const names = nearest(text, new Set(candidates), 3);
  last = { text, type, declared, names };
  return names;
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
