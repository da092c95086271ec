/** Columns that a table gets only where one of its rows has something for them. */
import type { Cell, Column, Row, Table } from '../blocks.ts';

export interface AddedColumn<T> {
  readonly column: Column;
  readonly cell: (one: T) => Cell;
}

/** A table with more columns behind its own. `all` are what the rows are about, in the order of the rows. */
export function withColumns<T>(table: Table, added: readonly AddedColumn<T>[], all: readonly T[]): Table {
  if (!added.length) return table;
  let index = 0;
  const groups = table.groups.map(({ title, rows }) => ({
    title,
    rows: rows.map((row): Row => {
      const one = all[index++];
      const missing = Array.from({ length: table.columns.length - row.length }, () => undefined);
      return [...row, ...missing, ...added.map(({ cell }) => (one === undefined ? undefined : cell(one)))];
    }),
  }));
  return { ...table, columns: [...table.columns, ...added.map(({ column }) => column)], groups };
}
