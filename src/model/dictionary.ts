/** Plain objects keyed by texts of a user: without a prototype, so that `constructor` and `__proto__` are keys as any other. */
export function dictionary<T>(entries: Iterable<readonly [string, T]> = []): Record<string, T> {
  const made = Object.create(null) as Record<string, T>;
  for (const [key, value] of entries) made[key] = value;
  return made;
}
