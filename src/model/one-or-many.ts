/**
 * A list that mostly has one item, kept without a list around it: there are as many of them as declarations, and a list takes more
 * room than what is in it. Its items are objects, and no lists themselves.
 */
export type OneOrMany<T extends object> = T | readonly T[];

/** All items as a list; a new one where there is one item. */
export const listOf = <T extends object>(items: OneOrMany<T>): readonly T[] => (isList(items) ? items : [items]);

/** What keeps the items of a list. The list must not change afterwards. */
export const oneOrMany = <T extends object>(list: readonly T[]): OneOrMany<T> =>
  list.length === 1 ? (list[0] as T) : list;

/** The item where there is just one; undefined where there are none or several. */
export const onlyOf = <T extends object>(items: OneOrMany<T>): T | undefined => (isList(items) ? undefined : items);

const isList = <T extends object>(items: OneOrMany<T>): items is readonly T[] => Array.isArray(items);
