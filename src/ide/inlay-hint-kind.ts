/** What the hints of each kind are made as. */

/** A hint of a declaration, at an offset from its beginning. */
export interface Hint {
  readonly at: number;
  readonly label: string;
}
