/** Finds the tables of a grid, below each other and beside each other, and the records of each. */
import type { Grid, GridRow, SourceCell } from '../cells.ts';
import { distinctCells } from './blocks.ts';
import type { Column } from './column.ts';
import { columnsOf, settleColumns } from './columns.ts';
import type { TableKind } from './headings.ts';
import { bestHead, type Head, headsOf, textsOf } from './heads.ts';
import type { TableMapping } from './mapping.ts';
import { goesOn, isLine, rowHabits } from './rows.ts';

export interface RecordCell {
  readonly column: Column;
  readonly cell: SourceCell;
}

/** A row of a table, or a card: what it says of one thing. */
export interface TableRecord {
  readonly cells: readonly RecordCell[];
  /** Row of the grid, from 0. */
  readonly row: number;
  /** Whether a line between the rows stands above it. */
  readonly isBelowLine?: boolean;
}

export interface Table {
  readonly kind: TableKind;
  readonly grid: Grid;
  /** Rows of the grid, from 0, that hold the headings. */
  readonly headRows: readonly number[];
  readonly columns: readonly Column[];
  readonly records: readonly TableRecord[];
  /** Cells that are no data: headings again, lines between rows. */
  readonly lines: readonly { readonly cells: readonly SourceCell[]; readonly what: 'repeated headings' | 'line' }[];
  /** The first cells of rows below an empty row that nothing but their place takes for rows of the table. */
  readonly belowGaps: readonly SourceCell[];
  /** Whether the kind is given. */
  readonly isGiven: boolean;
  /** Whether no heading or name says the kind in so many words. */
  readonly isKindGuessed?: boolean;
}

/** The tables of a grid, from the top. `taken` says which cells belong to something else. */
export function tablesOf(grid: Grid, mapping: TableMapping | undefined, taken: (cell: SourceCell) => boolean): Table[] {
  if (mapping?.kind === 'ignore') return [];
  const rows = grid.rows.map(row => row.map(cell => (cell && !taken(cell) ? cell : undefined)));
  return tablesIn(grid, rows, mapping);
}

function tablesIn(grid: Grid, rows: readonly GridRow[], mapping: TableMapping | undefined): Table[] {
  const heads = headsOf(grid, rows, mapping);
  return heads.flatMap((head, index) => {
    const end = (heads[index + 1]?.rows[0] ?? rows.length) - 1;
    const sides =
      mapping?.kind || mapping?.head
        ? undefined
        : sidesOf(grid, rows, head, { from: index ? (head.rows[0] as number) : 0, end }, mapping);
    return sides ?? [tableOf(grid, rows, head, end, mapping)];
  });
}

/**
 * Tables beside each other, with an empty column between: to the right of it begins another table if it has an id or a title, and more of
 * its headings are those of another table than of the first. Undefined if there is one table.
 */
function sidesOf(
  grid: Grid,
  rows: readonly GridRow[],
  head: Head,
  { from, end }: { readonly from: number; readonly end: number },
  mapping: TableMapping | undefined,
): Table[] | undefined {
  const [top = 0] = head.rows;
  const [first, ...starts] = sideStarts(rows.slice(top, end + 1));
  if (first === undefined || !starts.length) return undefined;
  const all = columnsOf(rows, head.rows, head.kind, mapping);
  const within = (left: number, right: number): GridRow[] =>
    rows.map((row, y) => row.map((cell, x) => (y >= from && y <= end && x >= left && x < right ? cell : undefined)));
  for (const [index, start] of starts.entries()) {
    const side = within(start, starts[index + 1] ?? Number.POSITIVE_INFINITY);
    const own = side.map((_, y) => (y < top ? undefined : bestHead(grid, side, y, mapping, false))).find(Boolean);
    if (!own || !columnsOf(side, own.rows, own.kind, mapping).some(({ field }) => field === 'id' || field === 'title'))
      continue;
    const before = new Set(all.flatMap(({ index: x, field }) => (x < start && field ? field : [])));
    const added = all.filter(({ index: x, field }) => x >= start && field !== undefined && !before.has(field));
    if (own.points <= added.length) continue;
    const left = tablesIn(grid, within(0, start), mapping);
    if (left.length) return [...left, ...tablesIn(grid, within(start, Number.POSITIVE_INFINITY), mapping)];
  }
  return undefined;
}

/** The columns in which something begins, to the right of nothing. */
function sideStarts(rows: readonly GridRow[]): number[] {
  const filled = new Set(rows.flatMap(row => row.flatMap((cell, x) => (cell ? x : []))));
  return [...filled].filter(x => !filled.has(x - 1)).sort((a, b) => a - b);
}

function tableOf(
  grid: Grid,
  rows: readonly GridRow[],
  head: Head,
  end: number,
  mapping: TableMapping | undefined,
): Table {
  const start = (head.rows.at(-1) ?? 0) + 1;
  const body = rows.slice(start, end + 1);
  const columns = settleColumns(columnsOf(rows, head.rows, head.kind, mapping, body), head.kind, body);
  const records: TableRecord[] = [];
  const lines: Table['lines'][number][] = [];
  const guessed: SourceCell[] = [];
  const headTexts = new Set(head.rows.map(y => textsOf(rows[y])));
  const headings = new Set(head.rows.flatMap(y => distinctCells(rows[y] ?? []).map(({ text }) => text)));
  const isHeadAgain = (row: GridRow): boolean => {
    const cells = distinctCells(row);
    return headTexts.has(textsOf(row)) || (cells.length > 2 && cells.every(({ text }) => headings.has(text)));
  };
  const habits = rowHabits(columns, body);
  for (const { from, rows: part } of partsOf(body)) {
    const own = part.filter(row => !isHeadAgain(row));
    const isOn = records.length ? goesOn(own, body.slice(0, from), columns) : true;
    const before = records.length;
    for (const [offset, row] of part.entries()) {
      const cells = distinctCells(row);
      if (isHeadAgain(row)) lines.push({ cells, what: 'repeated headings' });
      else if (isOn === false || isLine(row, columns, habits, offset > 0 && records.length > 0))
        lines.push({ cells, what: 'line' });
      else {
        const isBelowLine =
          offset > 0 && lines.at(-1)?.what === 'line' && lines.at(-1)?.cells[0] === part[offset - 1]?.find(Boolean);
        records.push({
          cells: recordCells(row, columns),
          row: start + from + offset,
          ...(isBelowLine && { isBelowLine }),
        });
      }
    }
    const first = records[before]?.cells[0]?.cell;
    if (isOn === undefined && first) guessed.push(first);
  }
  return {
    kind: head.kind,
    grid,
    headRows: head.rows,
    columns,
    records,
    lines,
    belowGaps: guessed,
    isGiven: mapping?.kind !== undefined,
    ...(head.isKindGuessed && { isKindGuessed: true }),
  };
}

/** The rows between empty ones. */
function partsOf(body: readonly GridRow[]): { readonly from: number; readonly rows: readonly GridRow[] }[] {
  const isFilled = (row: GridRow | undefined): boolean => row?.some(Boolean) ?? false;
  const starts = body.flatMap((row, y) => (isFilled(row) && !isFilled(body[y - 1]) ? [y] : []));
  return starts.map(from => {
    const length = body.slice(from).findIndex(row => !isFilled(row));
    return { from, rows: body.slice(from, length < 0 ? undefined : from + length) };
  });
}

function recordCells(row: GridRow, columns: readonly Column[]): RecordCell[] {
  const seen = new Set<SourceCell>();
  return columns.flatMap((column): RecordCell[] => {
    const cell = row[column.index];
    if (!cell || seen.has(cell)) return [];
    seen.add(cell);
    return [{ column, cell }];
  });
}
