import type { Point, Remark } from '../../documents/blocks.ts';

/** So many remarks of a point are written out for people; the rest is only counted. JSON has them all, and tables what a cell holds. */
export const mostRemarks = 10;

/** The remarks that are written out, and words for the rest. */
export function shownRemarks({ remarks }: Point): { readonly shown: readonly Remark[]; readonly rest?: string } {
  return remarks.length > mostRemarks
    ? { shown: remarks.slice(0, mostRemarks), rest: `and ${remarks.length - mostRemarks} more` }
    : { shown: remarks };
}

/** In UTF-16 units, with room for the words for the rest: the cell of a workbook holds 32,767. */
const longestCell = 32_000;

/**
 * The remarks in one cell, a line each: as many as the cell of a workbook holds, and words for the rest. So that no document about an ISMS
 * that lacks much is refused, and CSV gives the same table.
 */
export function remarksCell({ remarks }: Point): string {
  const lines: string[] = [];
  let length = 0;
  for (const { note, text, code } of remarks) {
    const line = `${note ? `${note}: ` : ''}${text}${code ? ` [${code}]` : ''}`;
    length += line.length + 1;
    if (length > longestCell) return [...lines, `and ${remarks.length - lines.length} more`].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}
