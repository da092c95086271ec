/** What a cell says that has no place is kept in notes. */
import { saying } from '../../wording/wording.ts';
import type { FieldCell } from './entity.ts';
import type { Register } from './register.ts';

export function keepRest(
  entry: FieldCell,
  rest: readonly string[],
  notes: FieldCell[],
  register: Register,
  about: string,
): void {
  register.ledger.remark(
    'kept in notes',
    'no-control',
    saying('“{0}” says more than ids of controls: {1}', entry.heading, rest.join('; ')),
    { cell: entry.cell, about },
  );
  notes.push(entry);
}

/** A date, or the cell goes to the notes. */
export function dated(
  entry: FieldCell | undefined,
  notes: FieldCell[],
  register: Register,
  about: string,
): string | undefined {
  if (!entry) return undefined;
  const date = register.date(entry, about);
  if (date === undefined) notes.push(entry);
  return date;
}
