/**
 * Chevrotain 13, which Langium builds on, calls `Object.groupBy`; Node 20 lacks it. Import this module before
 * anything of Langium. On newer versions of Node it does nothing.
 */
type GroupBy = <K extends PropertyKey, T>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
) => Partial<Record<K, T[]>>;

const host = Object as unknown as { groupBy?: GroupBy };
host.groupBy ??= (items, keyOf) => {
  const groups = Object.create(null) as Record<PropertyKey, unknown[]>;
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups as never;
};
