/** Whether two values of plain data (objects, arrays, maps, sets, primitives) are equal in content. */
export function equalData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, i) => equalData(value, b[i]));
  }
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    for (const [key, value] of a) if (!b.has(key) || !equalData(value, b.get(key))) return false;
    return true;
  }
  if (a instanceof Set) {
    if (!(b instanceof Set) || a.size !== b.size) return false;
    for (const value of a) if (!b.has(value)) return false;
    return true;
  }
  // `$` marks what is not a value's own, such as the symbol that a reference leads to.
  const left = ownKeys(a);
  if (left.length !== ownKeys(b).length) return false;
  return left.every(key => Object.hasOwn(b, key) && equalData((a as never)[key], (b as never)[key]));
}

const ownKeys = (value: object): string[] => Object.keys(value).filter(key => !key.startsWith('$'));
