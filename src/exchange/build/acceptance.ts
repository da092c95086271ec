/** Acceptances: a date is what makes one. */
import { saying } from '../../wording/wording.ts';
import { isAffirmed, isDenied, isInDoubt, isKnownAs } from '../values/doubt.ts';
import { fineParts } from '../values/lists.ts';
import { turnedName } from '../values/people.ts';
import { isPlaceholder, wordOf } from '../values/words.ts';
import { type Entry, words } from '../write/declaration.ts';
import type { Entity, FieldCell } from './entity.ts';
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
  const said = [on, by, until].filter(entry => entry !== undefined);
  const flagged = flag && !isDay ? flagOf(flag, register) : undefined;
  const isAbout =
    flagDay ?? (flagged === 'yes' ? flag : acceptedAs) ?? said.find(entry => namesAcceptance(entry, entity));
  if (said.length && (!isAbout || flagged === 'no' || flagged === 'unknown')) {
    tellDoubt(flag, flagged, said, register, about);
    notes.push(...said);
    return [];
  }
  if (by && isNoApprover(by, register)) {
    for (const { cell, heading } of said)
      ledger.remark(
        'not understood',
        'approver-in-doubt',
        saying(
          '“{0}” names nobody who has accepted the risk: no acceptance is written, and “{1}” is kept in notes',
          by.heading,
          heading,
        ),
        { cell, about },
      );
    notes.push(...said);
    return [];
  }
  const date = dated(on ?? flagDay, notes, register, about);
  if (date === undefined) {
    const isSaid = by ?? (flagged === 'yes' ? flag : acceptedAs);
    if (isSaid)
      ledger.remark(
        'incomplete',
        'accepted-without-date',
        saying('The risk is accepted without a date, so that no acceptance is written'),
        {
          place: isSaid.cell.place,
          text: isSaid.cell.text,
          about,
        },
      );
    notes.push(...[by, until].filter(entry => entry !== undefined));
    return [];
  }
  if (!by)
    ledger.remark('incomplete', 'accepted-without-by', saying('The risk is accepted, and nobody says by whom'), {
      place: (on ?? flagDay)?.cell.place,
      about,
    });
  const actors = by ? approvers(by, notes, register, about) : [];
  const end = dated(until, notes, register, about);
  return words(
    'accepted',
    [date, actors.length ? `by ${actors.join(', ')}` : '', end ? `until ${end}` : ''].filter(Boolean).join(' '),
  );
}

/** `CEO?`, `not yet signed by CEO`, `CEO (pending)`, `no`. */
function isNoApprover({ cell }: FieldCell, register: Register): boolean {
  const { text } = cell;
  if (isKnownAs(text, name => register.find('actor', name))) return false;
  return isInDoubt(text) || isDenied(text, register.mapping) || isAffirmed(text, register.mapping);
}

function flagOf({ cell }: FieldCell, { mapping }: Register): 'yes' | 'no' | 'unknown' {
  const word = wordOf('yesNo', cell, mapping);
  if (word === 'yes' || wordOf('treatment', cell, mapping) === 'retain') return 'yes';
  return word === 'no' || isPlaceholder(cell.text) ? 'no' : 'unknown';
}

/** An approval may be that of the assessment or the treatment, unless its heading or the mapping says what it is of. */
const namesAcceptance = ({ heading }: FieldCell, { table }: Entity): boolean =>
  /accept|akzept/i.test(heading) || table.columns.some(column => column.heading === heading && column.by === 'mapping');

function tellDoubt(
  flag: FieldCell | undefined,
  flagged: 'yes' | 'no' | 'unknown' | undefined,
  said: readonly FieldCell[],
  { ledger }: Register,
  about: string,
): void {
  if (flag && flagged === 'unknown')
    for (const { cell } of [flag, ...said])
      ledger.remark(
        'not understood',
        'accepted',
        saying('“{0}” is neither yes nor no, so that no acceptance is written; all is kept in notes', flag.heading),
        { cell, about },
      );
  else if (flag && flagged === 'no')
    for (const { cell } of [flag, ...said])
      ledger.remark(
        'contradiction',
        'not-accepted',
        saying(
          '“{0}” says that the risk is not accepted, and {1} that it is: no acceptance is written, and all are kept in notes',
          flag.heading,
          { items: said.map(({ heading }) => saying('“{0}”', heading)), conjunction: 'none' },
        ),
        { cell, about },
      );
  else
    for (const { cell, heading } of said)
      ledger.remark(
        'not understood',
        'approval',
        saying(
          '“{0}” does not say that the risk is accepted, nor does its treatment: no acceptance is written, and it is kept in notes',
          heading,
        ),
        { cell, about },
      );
}

/** Several may accept together. */
export function approvers(entry: FieldCell, notes: FieldCell[], register: Register, about: string): string[] {
  const parts =
    register.find('actor', entry.cell.text) === undefined && turnedName(entry.cell.text) === undefined
      ? fineParts(entry.cell.text)
      : [entry.cell.text];
  register.ledger.written(entry.cell);
  const names = parts.flatMap(
    part => register.actor({ ...entry, cell: { ...entry.cell, text: part } }, notes, about) ?? [],
  );
  if (parts.length > 1) register.ledger.read(entry.cell, entry.heading, names.join(', '), about);
  return [...new Set(names)];
}
