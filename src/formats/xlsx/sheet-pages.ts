/** On how many pages beside each other a worksheet is printed, so that it can be read there. */

/** In points: what a column takes for each of its characters and beside them, for Calibri at 10 points. */
const character = 5.25;
const beside = 3.75;

/** In points: what landscape pages have between their margins. */
const rooms = { a4: 770, a3: 1118 } as const;

/** How small 10 points may become: nobody reads less than 7.5 points on paper. */
const smallest = 0.75;

export interface SheetPages {
  readonly paperSize: keyof typeof rooms;
  /** How many pages stand beside each other. */
  readonly fitToWidth: number;
}

/**
 * The smaller paper where all columns find room on it side by side, else the larger, and as many pages beside each other as that takes.
 * @param widths of the columns, in characters
 * @param repeated how many of the columns, from the first, stand on every page
 */
export function sheetPages(widths: readonly number[], repeated: number): SheetPages {
  const points = widths.map(width => smallest * (width * character + beside));
  const all = points.reduce((sum, one) => sum + one, 0);
  if (all <= rooms.a4) return { paperSize: 'a4', fitToWidth: 1 };
  return { paperSize: 'a3', fitToWidth: all <= rooms.a3 ? 1 : pagesOf(points, repeated) };
}

/** Columns are never parted, so that those of a page leave some room. */
function pagesOf(points: readonly number[], repeated: number): number {
  const heading = points.slice(0, repeated).reduce((sum, one) => sum + one, 0);
  let pages = 1;
  let used = heading;
  for (const one of points.slice(repeated)) {
    if (used + one > rooms.a3 && used > heading) {
      pages++;
      used = heading;
    }
    used += one;
  }
  return pages;
}
