/** What `npm run new` writes of a kind of thing. */
export interface Skeleton {
  /** What its name has to look like. */
  readonly shape: RegExp;
  /** A name of that shape. */
  readonly example: string;
  /** The texts of its files by their paths from the top of the project. */
  readonly files: (name: string) => Readonly<Record<string, string>>;
  /** What is left to do, in order. */
  readonly next: readonly string[];
}
