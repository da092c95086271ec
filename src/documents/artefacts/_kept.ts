/** Where something is kept that another ISMS declares and this one relies on, in documents. */

import type { Fact, Table, Tone } from '../blocks.ts';
import type { KeptData } from '../data/_shared.ts';
import { withColumns } from './_columns.ts';
import { fact } from './_facts.ts';
import { column } from './_headings.ts';

const keptIn = () => ({
  column: column('kept-in', 'Kept in', 'name'),
  cell: (one: KeptData) => one.keptIn ?? undefined,
});

/** A table with a column that says where each row is kept, if one is kept elsewhere. `all` are what the rows are about, in their order. */
export const withKeptIn = (table: Table, all: readonly KeptData[]): Table =>
  all.some(isKeptElsewhere) ? withColumns(table, [keptIn()], all) : table;

const isKeptElsewhere = ({ keptIn: origin }: KeptData): boolean => origin !== null;

/** How many are kept elsewhere, for the cover; nothing where none is. */
export function keptFact(all: readonly KeptData[]): Fact[] {
  const count = all.filter(isKeptElsewhere).length;
  return count ? [fact('kept-elsewhere', 'Of these kept in other ISMSs', count)] : [];
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
