/** Acceptances: a date is what makes one. */
import { fineParts } from '../values/lists.ts';
import { wordOf } from '../values/words.ts';
import { type Entry, words } from '../write/declaration.ts';
import type { Entity, FieldCell } from './entities.ts';
import { dated } from './kept.ts';
import type { Register } from './register.ts';

/** When, by whom and until when; a date is what makes an acceptance. */
export function acceptance(
  entity: Entity,
  acceptedAs: FieldCell | undefined,
  notes: FieldCell[],
  register: Register,
  about: string,
): Entry[] {
  const take = (field: string): FieldCell | undefined => {
    const [first, ...more] = entity.fields.get(field) ?? [];
    notes.push(...more);
    return first;
  };
  const { ledger } = register;
  const flag = take('accepted');
  const on = take('acceptedOn');
  const by = take('acceptedBy');
  const until = take('acceptedUntil');
  const isDay = flag && (flag.cell.kind === 'date' || /\d{4}|\d\d[./]\d\d[./]/.test(flag.cell.text));
  const flagDay = flag && isDay && !on ? flag : undefined;
  if (flag && !flagDay) notes.push(flag);
  const date = dated(on ?? flagDay, notes, register, about);
  if (date === undefined) {
    const isSaid = by ?? (flag && wordOf('yesNo', flag.cell, register.mapping) === 'yes' ? flag : acceptedAs);
    if (isSaid)
      ledger.remark(
        'incomplete',
        'accepted-without-date',
        'The risk is accepted without a date, so that no acceptance is written',
        {
          place: isSaid.cell.place,
          text: isSaid.cell.text,
          about,
        },
      );
    notes.push(...[by, until].filter((entry): entry is FieldCell => entry !== undefined));
    return [];
  }
  if (!by)
    ledger.remark('incomplete', 'accepted-without-by', 'The risk is accepted, and nobody says by whom', {
      place: (on ?? flagDay)?.cell.place,
      about,
    });
  const actors = by ? approvers(by, register, about) : [];
  const end = dated(until, notes, register, about);
  return words(
    'accepted',
    [date, actors.length ? `by ${actors.join(', ')}` : '', end ? `until ${end}` : ''].filter(Boolean).join(' '),
  );
}

/** Several may accept together. */
export function approvers(entry: FieldCell, register: Register, about: string): string[] {
  const parts = register.find('actor', entry.cell.text) === undefined ? fineParts(entry.cell.text) : [entry.cell.text];
  register.ledger.written(entry.cell);
  const names = parts.flatMap(part => register.actor({ ...entry, cell: { ...entry.cell, text: part } }, about) ?? []);
  if (parts.length > 1) register.ledger.read(entry.cell, entry.heading, names.join(', '), about);
  return [...new Set(names)];
}
