/**
 * Facts: what other declarations may read of a declaration, which is everything but the words of its quoted texts (of these,
 * whether there are any; a placeholder is none) and where things stand. An edit that changes no fact needs no other declaration to be checked again.
 */
import { topTypes } from '../language/schema.ts';
import type { Declaration, Located } from '../model/declaration.ts';
import { saysNothing } from '../model/placeholder.ts';

const isPlace = (field: string): boolean => field === 'start' || field === 'end';
const isMeta = (field: string): boolean => field.startsWith('$') && field !== '$type' && field !== '$intact';

const isProse = (value: object): value is Located<string> => (value as Partial<Located<string>>).quoted === true;

/** Whether two versions of a declaration are the same to all others. What has no name is called by its title. */
export const sameFacts = (a: Declaration, b: Declaration): boolean =>
  same(a, b) && (a.names.length > 0 || a.title?.value === b.title?.value) && wordsTold(a) === wordsTold(b);

/** Whether two values say the same, wherever they stand. */
export const sameValues = (a: unknown, b: unknown): boolean => same(a, b);

/** By kind, the fields whose words others read. */
const toldFields: ReadonlyMap<string, readonly string[]> = new Map(
  topTypes.flatMap(({ name, properties }) => {
    const fields = properties.flatMap(({ fact, feature }) => (fact ? [feature] : []));
    return fields.length ? [[name, fields] as const] : [];
  }),
);

/** The words that others read. */
function wordsTold(declaration: Declaration): string {
  const fields = toldFields.get(declaration.$type) ?? [];
  const values = declaration as unknown as Readonly<Record<string, Partial<Located<string>> | undefined>>;
  return fields.map(field => values[field]?.value ?? '').join('\n');
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, index) => same(value, b[index]));
  }
  if (isProse(a) || isProse(b)) return isProse(a) && isProse(b) && saysNothing(a.value) === saysNothing(b.value);
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const field in left) {
    if (isMeta(field) || (isPlace(field) && typeof left[field] === 'number')) continue;
    if (!same(left[field], right[field])) return false;
  }
  for (const field in right) {
    if (!(field in left) && !isMeta(field) && right[field] !== undefined) return false;
  }
  return true;
}
