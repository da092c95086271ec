/** The parts of a grid that empty rows and columns set apart. */
import type { Grid, GridRow, SourceCell } from '../cells.ts';

/** A rectangle of a grid; bounds are inclusive. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The blocks of a grid, in reading order. */
export function blocksOf({ rows }: Grid): Block[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (!rows.length || !width) return [];
  return split(rows, { top: 0, bottom: rows.length - 1, left: 0, right: width - 1 }, 'rows', false);
}

/** Cut at empty rows, each part at empty columns, and again, until nothing is cut. */
function split(rows: readonly GridRow[], block: Block, along: 'rows' | 'columns', wasWhole: boolean): Block[] {
  const parts = along === 'rows' ? rowParts(rows, block) : columnParts(rows, block);
  if (parts.length === 1 && wasWhole) return parts;
  const other = along === 'rows' ? 'columns' : 'rows';
  return parts.flatMap(part => split(rows, part, other, parts.length === 1));
}

function rowParts(rows: readonly GridRow[], { top, bottom, left, right }: Block): Block[] {
  const isFilled = (y: number): boolean => rows[y]?.slice(left, right + 1).some(Boolean) ?? false;
  return runs(top, bottom, isFilled).map(([from, to]) => ({ top: from, bottom: to, left, right }));
}

function columnParts(rows: readonly GridRow[], { top, bottom, left, right }: Block): Block[] {
  const filled = new Set<number>();
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) if (rows[y]?.[x]) filled.add(x);
  return runs(left, right, x => filled.has(x)).map(([from, to]) => ({ top, bottom, left: from, right: to }));
}

function runs(from: number, to: number, isIn: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let at = from; at <= to; at++) {
    if (!isIn(at)) continue;
    const last = found.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else found.push([at, at]);
  }
  return found;
}

/** The cells of a row, each once: a merged cell stands at several places. */
export const distinctCells = (row: GridRow): SourceCell[] => [
  ...new Set(row.filter((cell): cell is SourceCell => cell !== undefined)),
];
