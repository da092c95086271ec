/** The style sheet of all tables: how wide a column is, and whether its texts are broken into lines. */
import type { Cell, Column, ColumnKind } from '../../documents/blocks.ts';
import { cellLines } from './text.ts';

export interface Width {
  /** In characters. */
  readonly width: number;
  /** Whether texts are broken into lines. */
  readonly wrap: boolean;
}

/** Of these kinds a column is as wide as its longest text, within bounds; texts stay in one line. */
const measured: ReadonlySet<ColumnKind> = new Set(['id', 'word', 'date']);

const fixed: Readonly<Record<ColumnKind, number>> = {
  id: 18,
  word: 28,
  date: 14,
  title: 32,
  name: 20,
  names: 28,
  ids: 16,
  prose: 48,
  number: 12,
};

/** Room beside the longest text. */
const margin = 2;

/** The width of column `x` of these rows. */
export function widthOf({ kind, title }: Column, x: number, rows: Iterable<readonly Cell[]>): Width {
  if (!measured.has(kind)) return { width: fixed[kind], wrap: kind !== 'number' };
  let longest = title.length;
  for (const row of rows) for (const line of cellLines(row[x])) longest = Math.max(longest, line.length);
  return { width: Math.min(longest + margin, fixed[kind]), wrap: longest + margin > fixed[kind] };
}
