/** The snippets of the grammar's comments, as the Language Server Protocol writes them, but for `%TODAY%`, `%YEAR%` and `%OWNER%`. */
import source from './generated/snippets.json';

/** A snippet that is offered under a name of its own. */
export interface SnippetVariant {
  readonly label: string;
  readonly detail: string;
  readonly text: string;
}

export interface Snippets {
  /** What is offered under the keyword. */
  readonly main: string;
  readonly variants: readonly SnippetVariant[];
}

const snippets: Readonly<Record<string, Snippets>> = source;

/** The snippets of a declaration or block; undefined if it has none. */
export const snippetsOf = (type: string): Snippets | undefined =>
  Object.hasOwn(snippets, type) ? snippets[type] : undefined;
