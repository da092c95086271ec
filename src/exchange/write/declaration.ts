/** What an import writes, before it is text. */
export interface Declaration {
  readonly keyword: string;
  /** One name; several for an entry about several controls; none for an action. */
  readonly name?: string;
  readonly title?: string;
  readonly entries: readonly Entry[];
}

/** A property, or a block within a declaration. A word alone is a property without a value. */
export type Entry =
  | { readonly key: string; readonly words: readonly string[] }
  | { readonly key: string; readonly text: string }
  /** On one line, as the language wants it there. */
  | { readonly key: string; readonly line: string }
  | { readonly raw: string }
  | { readonly block: Declaration };

/** A property whose values are names or words; nothing if there are none. */
export const words = (key: string, ...values: readonly (string | undefined)[]): Entry[] => {
  const all = values.filter((value): value is string => value !== undefined && value !== '');
  return all.length ? [{ key, words: all }] : [];
};

/** A property whose value is a text; nothing if it says nothing. */
export const text = (key: string, value: string | undefined): Entry[] =>
  value === undefined || value.trim() === '' ? [] : [{ key, text: value }];

/** The same for a property that takes no text of several lines. */
export const line = (key: string, value: string | undefined): Entry[] =>
  value === undefined || value.trim() === '' ? [] : [{ key, line: value }];
