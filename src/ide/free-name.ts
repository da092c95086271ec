/** Names that nothing in an ISMS has yet. */
import { annexA } from '../catalogues/annex-a.ts';
import type { NodeType } from '../language/schema.ts';
import { freeNameAfter, nextNumber as nextDigits, numbered } from '../model/numbering.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';

const isFree = (unit: IsmsUnit, name: string): boolean => !unit.isms.symbols.get(name)?.definitions.length;

/** The name that follows the last one, where names are numbered: `R-033` after `R-032`. Undefined where they are not, or it is taken. */
export function nextNumber(unit: IsmsUnit, nodeType: NodeType, besides: readonly string[] = []): string | undefined {
  const names = unit.isms.symbols.names(nodeType.name).sorted();
  let last = names.length - 1;
  while (last >= 0 && besides.includes(names[last] ?? '')) last--;
  const { stem, digits } = numbered(names[last] ?? '');
  if (!digits) return undefined;
  const next = stem + nextDigits(digits);
  return isFree(unit, next) ? next : undefined;
}

/**
 * A name for a new declaration: the one that is wanted; else the next number; for a control the first of Annex A without an entry;
 * else the wanted one with a number behind it.
 */
export function freeName(unit: IsmsUnit, nodeType: NodeType, wanted: string): string {
  if (isFree(unit, wanted)) return wanted;
  const control = nodeType.catalogued ? annexA.find(({ id }) => isFree(unit, id))?.id : undefined;
  const next = control ?? nextNumber(unit, nodeType);
  if (next !== undefined) return next;
  return freeNameAfter({ stem: wanted, digits: '1' }, name => !isFree(unit, name));
}
