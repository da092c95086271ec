/** Names of what many may have read. */
import type { Kind } from '../model/declaration.ts';

/** Something that many may have read: all declarations of a kind, how many there are, names, an input, a value. */
export type ReadKey =
  | `kind:${string}`
  | `count:${string}`
  | `names:${string}`
  | `projection:${string}`
  | `query:${string}`
  | 'asOf'
  | 'lock'
  | 'files';

export const kindKey = (kind: Kind): ReadKey => `kind:${kind}`;
export const countKey = (kind: Kind): ReadKey => `count:${kind}`;
export const namesKey = (type: string): ReadKey => `names:${type}`;
