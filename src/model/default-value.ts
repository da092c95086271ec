/** Values that a declaration has by default: the ISMS says them for all of a kind, and the declaration does not. */

interface Marked {
  readonly $default?: true;
}

/** Marks a value as said for all. */
export const markDefault = <T extends object>(value: T): T => Object.assign(value, { $default: true });

/** Whether a value is said for all and stands nowhere in its declaration: its place is then that of the declaration's name. */
export const isDefault = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as Marked).$default === true;
