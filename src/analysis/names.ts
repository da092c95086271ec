/** The names that are there to be referred to. */
import { builtin, frameworkDocuments } from '../frameworks/framework.ts';
import { nearest } from '../language/nearest.ts';
import { acceptsBuiltin, targetsOf } from '../model/reference-types.ts';
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
  const candidates = [...declared.flat(), ...builtinNames(type).filter(name => begins(name, text)), ...words];
  const names = nearest(text, new Set(candidates), 3);
  last = { text, type, declared, names };
  return names;
}

/** Ids of several frameworks are alike, and those that begin otherwise are seldom meant: A-1 is no slip of ID.RA-10. */
const begins = (name: string, text: string): boolean => {
  const entry = builtin(name);
  return entry?.type !== 'CatalogEntry' || name.charAt(0).toLowerCase() === text.charAt(0).toLowerCase();
};

const builtinNamesByType = new Map<string, readonly string[]>();

/** The names in built-in frameworks that a reference of a type may refer to, in the order of the frameworks. */
export function builtinNames(type: string): readonly string[] {
  let names = builtinNamesByType.get(type);
  if (!names) {
    const accepted = frameworkDocuments.flatMap(document =>
      document.entries.filter(entry => acceptsBuiltin(type, { ...entry, document })),
    );
    builtinNamesByType.set(type, (names = accepted.map(({ name }) => name)));
  }
  return names;
}
