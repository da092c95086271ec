/**
 * Facts: what other declarations may read of a declaration, which is everything but the words of its quoted texts (of these,
 * whether there are any) and where things stand. An edit that changes no fact needs no other declaration to be checked again.
 */
import type { Declaration, Located } from './declaration.ts';

const isPlace = (field: string): boolean => field === 'start' || field === 'end';
const isMeta = (field: string): boolean => field.startsWith('$') && field !== '$type' && field !== '$intact';

const isProse = (value: object): value is Located<string> => (value as Partial<Located<string>>).quoted === true;

const isBlank = (value: Located<string>): boolean => value.value.trim() === '';

/** Whether two versions of a declaration are the same to all others. What has no name is called by its title. */
export const sameFacts = (a: Declaration, b: Declaration): boolean =>
  same(a, b) && (a.names.length > 0 || a.title?.value === b.title?.value);

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, index) => same(value, b[index]));
  }
  if (isProse(a) || isProse(b)) return isProse(a) && isProse(b) && isBlank(a) === isBlank(b);
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
