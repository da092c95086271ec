/*
 * What the light reader knows of the grammar. src/build/tables.mjs derives it, so that a new kind or key needs no change here.
 * A `unknown` element is a construct that the light reader leaves to Langium.
 */

/** The single tokens that a value takes: these words, and any token of these terminals. */
export interface Accepted {
  readonly words: readonly string[];
  readonly terminals: readonly string[];
}

export type Operator = '=' | '+=' | '?=';

export interface Assignment {
  readonly kind: 'assign';
  readonly feature: string;
  readonly operator: Operator;
  /** What the value is written as, a name in `values`; set unless the value is a node. */
  readonly value?: string;
  /** The type that the value refers to, if it is a reference. */
  readonly type?: string;
  /** The type of the value, if it is a node of its own. */
  readonly node?: string;
}

export type Element =
  | { readonly kind: 'keyword'; readonly keyword: string }
  | Assignment
  | { readonly kind: 'sequence' | 'choice'; readonly elements: readonly Element[] }
  | { readonly kind: 'optional' | 'many'; readonly element: Element }
  | { readonly kind: 'fragment'; readonly production: string }
  | { readonly kind: 'unknown' };

export interface ParseTables {
  /** The terminals by name, as sources of regular expressions, in the order in which they are tried. */
  readonly terminals: Readonly<Record<string, string>>;
  /** All keywords: words and punctuation. */
  readonly keywords: readonly string[];
  /** The types that are declarations. */
  readonly top: readonly string[];
  readonly values: Readonly<Record<string, Accepted>>;
  /** What is written for each node type, and for each fragment. */
  readonly productions: Readonly<Record<string, Element>>;
}
