/** Where something is kept that another ISMS declares and this one relies on, in documents. */
import type { Fact, Table, Tone } from '../blocks.ts';
import type { KeptData } from '../data/_shared.ts';
import { withColumns } from './_columns.ts';

const keptIn = {
  column: { id: 'kept-in', title: 'Kept in', kind: 'name' as const },
  cell: (one: KeptData) => one.keptIn ?? undefined,
};

/** A table with a column that says where each row is kept, if one is kept elsewhere. `all` are what the rows are about, in their order. */
export const withKeptIn = (table: Table, all: readonly KeptData[]): Table =>
  all.some(isKeptElsewhere) ? withColumns(table, [keptIn], all) : table;

const isKeptElsewhere = ({ keptIn: origin }: KeptData): boolean => origin !== null;

/** How many are kept elsewhere, for the cover; nothing where none is. */
export function keptFact(all: readonly KeptData[]): Fact[] {
  const count = all.filter(isKeptElsewhere).length;
  return count ? [{ id: 'kept-elsewhere', label: 'Of these kept in other ISMSs', value: count }] : [];
}

/** The colours of states that are bad, and of the same where another ISMS has to do something about it. */
export const badHereOrThere = (...states: readonly string[]): Readonly<Record<string, Tone>> =>
  Object.fromEntries(
    states.flatMap(
      state =>
        [
          [state, 'bad'],
          [`${state} there`, 'attention'],
        ] as const,
    ),
  );
