/** A library of CISO Assistant as it is read: records of texts, in the order of the file. */

export type Value = string | readonly Value[] | Fields;

/** A map, so that no key means more than another. */
export type Fields = ReadonlyMap<string, Value>;

export const kinds = ['framework', 'reference controls', 'threats', 'risk matrix', 'mapping set'] as const;

export type ObjectKind = (typeof kinds)[number];

export interface Library {
  readonly file: string;
  /** What the library says of itself. */
  readonly about: Fields;
  /** What it holds, each of one of the kinds. */
  readonly objects: readonly { readonly kind: ObjectKind; readonly fields: Fields }[];
  /** What it holds that no kind is known for, by key. */
  readonly others: Fields;
  /** How many texts it has. */
  readonly texts: number;
}

export const isFields = (value: Value | undefined): value is Fields => value instanceof Map;

/** A text; what is empty, and a list or a record, is none. */
export const textIn = (fields: Fields, key: string): string | undefined => {
  const value = fields.get(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** One, several or none. */
export const listOf = (value: Value | undefined): readonly Value[] =>
  value === undefined || value === '' ? [] : typeof value === 'string' || isFields(value) ? [value] : value;

/** A value as lines: `key: text`, `key: one, two`, `key.inner: text`, `key[1].inner: text`. */
export function flat(key: string, value: Value): string[] {
  if (typeof value === 'string') return value === '' ? [] : [`${key}: ${value}`];
  if (isFields(value)) return [...value].flatMap(([inner, each]) => flat(`${key}.${inner}`, each));
  if (value.every(each => typeof each === 'string')) return value.length ? [`${key}: ${value.join(', ')}`] : [];
  return value.flatMap((each, index) => flat(`${key}[${index + 1}]`, each));
}
