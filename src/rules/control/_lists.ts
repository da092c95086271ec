/** Replacing an item of a list of names, so that none stands in it twice afterwards. */
import type { Declaration, Span } from '../../model/declaration.ts';
import { removeText } from '../edits.ts';
import type { DeclarationEdit } from '../rule.ts';

interface Item extends Span {
  readonly name?: string;
  readonly value?: unknown;
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && 'start' in value;

/** The list that an item stands in: the names of an entry, the controls of a risk. Undefined where a single name stands. */
export function listAround(declaration: Declaration, at: Span): readonly Item[] | undefined {
  const search = (value: unknown): readonly Item[] | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value) && value.some(item => isItem(item) && item.start === at.start && item.end === at.end)) {
      return value.filter(isItem);
    }
    for (const [field, inner] of Object.entries(value)) {
      if (field.startsWith('$')) continue;
      const found = search(inner);
      if (found) return found;
    }
    return undefined;
  };
  return search(declaration);
}

export const nameOf = (item: Item): string => item.name ?? String(item.value);

/** Replaces an item by names, or takes it out with its comma if there are none; comments stay. */
export function replaceItem(
  declaration: Declaration,
  source: string,
  at: Span,
  list: readonly Item[] | undefined,
  names: readonly string[],
): DeclarationEdit[] {
  if (names.length || !list || list.length < 2) {
    return [{ declaration, start: at.start, end: at.end, text: names.join(', ') }];
  }
  const index = list.findIndex(item => item.start === at.start);
  const before = list[index - 1];
  const after = list[index + 1];
  if (before) return removeText(declaration, source, before.end, at.end);
  return removeText(declaration, source, at.start, after?.start ?? at.end);
}
