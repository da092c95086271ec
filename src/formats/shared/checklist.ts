import type { Point, Remark } from '../../documents/blocks.ts';

/** So many remarks of a point are written out for people; the rest is only counted. Tables and JSON have them all. */
export const mostRemarks = 10;

/** The remarks that are written out, and words for the rest. */
export function shownRemarks({ remarks }: Point): { readonly shown: readonly Remark[]; readonly rest?: string } {
  return remarks.length > mostRemarks
    ? { shown: remarks.slice(0, mostRemarks), rest: `and ${remarks.length - mostRemarks} more` }
    : { shown: remarks };
}
