/** Which risks a row of a plan is about. */
import { saying } from '../../wording/wording.ts';
import type { Ledger } from '../ledger.ts';
import { isPlaceholder } from '../values/words.ts';
import { captionParts } from './captions.ts';
import type { Entity, FieldCell } from './entity.ts';

/** The id, or the title where it has none, of the risk that a text calls; undefined if no table has it. */
export type FindRisk = (called: string) => string | undefined;

/** The row for each risk that it names: itself, where that is one or none. Empty, and reported, where it cannot be told which they are. */
export function rowsOfRisks(row: Entity, find: FindRisk, ledger: Ledger): Entity[] {
  const [id] = row.fields.get('id') ?? [];
  if (!id) return [row];
  const { text } = id.cell;
  const whole = find(text);
  if (whole === undefined && (isAboutNone(text) || isRange(text, find))) return leaveOut(row, id, ledger);
  const parts = whole === undefined ? partsOf(text, find) : undefined;
  if (parts) ledger.read(id.cell, id.heading, parts.map(part => called(part, find).id).join(', '));
  const rows = (parts ?? [text]).map(part => rowFor(row, id, called(part, find)));
  if (!parts && rows[0] !== row) ledger.read(id.cell, id.heading, called(text, find).id);
  return rows;
}

interface Called {
  readonly id: string;
  readonly title?: string;
}

/** By id or title, or by the id before the title. */
function called(text: string, find: FindRisk): Called {
  const whole = find(text);
  if (whole !== undefined) return { id: whole };
  const { id, title } = captionParts(text);
  const found = id === undefined ? undefined : find(id);
  return found === undefined ? { id: text } : { id: found, ...(title !== undefined && { title }) };
}

/** Several that are known, or ids that can be. */
function partsOf(text: string, find: FindRisk): string[] | undefined {
  const isKnown = (part: string): boolean => called(part, find).id !== part || find(part) !== undefined;
  for (const separator of [/[\n;]/, /[\n;,]|\s(?:and|und)\s|&/, /[\n;,/+\s]/]) {
    const parts = [...new Set(text.split(separator).map(part => part.trim()))].filter(Boolean);
    if (parts.length > 1 && parts.every(isKnown)) return parts;
  }
  const ids = text.split(/[\n;,]|\s(?:and|und)\s|&/).map(part => part.trim());
  const isList = ids.length > 1 && ids.every(part => isId(part) || isKnown(part));
  return isList ? [...new Set(ids)] : undefined;
}

const isId = (text: string): boolean => /^\p{L}{0,12}[ ._-]?[\d._-]*\d$/u.test(text);

const isAboutNone = (text: string): boolean =>
  isPlaceholder(text) ||
  /^(?:all|any|every|various|several|multiple|general|alle|sämtliche|mehrere|verschiedene|diverse|allgemein)(?: (?:of them|risks?|risiken))?$/i.test(
    text,
  ) ||
  /^(?:all|any|every|alle|sämtliche) (?:.{1,40} )?(?:risks?|risiken|others?|anderen|übrigen|weiteren)$/i.test(text) ||
  /\d(?: f| ?ff)\.?$/i.test(text);

function isRange(text: string, find: FindRisk): boolean {
  const ends = /^(\S{1,40}?)\s{0,3}(?:-|–|—|\.{2,3}|\bto\b|\bbis\b|\bthrough\b)\s{0,3}(\S{1,40})$/i.exec(text);
  const [, from = '', to = ''] = ends ?? [];
  if (find(from) !== undefined && (isId(to) || (find(to) !== undefined && find(to) !== find(from)))) return true;
  // Ends that no register has, apart by blanks, or each with its letters.
  return isSpaced.test(text) ? isId(from) && isId(to) : twoIds.test(text);
}

const isSpaced = /\s(?:-|–|—|\.{2,3}|…|to|bis|through)\s/i;
const twoIds = /^\p{L}{1,12}[._-]?\d{1,6}(?:-|–|—|\.{2,3}|…)\p{L}{1,12}[._-]?\d{1,6}$/u;

/** A copy for one risk, as what is merged into it must not come to others. A title behind the id is compared with that of the risk. */
function rowFor(row: Entity, entry: FieldCell, { id, title }: Called): Entity {
  if (id === entry.cell.text) return row;
  const part = (text: string): FieldCell => ({ ...entry, cell: { ...entry.cell, text } });
  const fields = new Map(row.fields).set('id', [part(id)]);
  const isTitled = fields.has('title');
  if (title !== undefined && !isTitled) fields.set('title', [part(title)]);
  return {
    ...row,
    fields,
    notes: title !== undefined && isTitled ? [...row.notes, entry] : [...row.notes],
    actions: row.actions.map(action => new Map(action)),
    open: new Map(),
  };
}

function leaveOut(row: Entity, id: FieldCell, ledger: Ledger): [] {
  for (const { cell, heading } of entriesOf(row))
    if (cell === id.cell)
      ledger.remark(
        'not understood',
        'which-risks',
        saying(
          '“{0}” names no risk by its id or title, so that the row is not imported: name each risk, parted by commas',
          heading,
        ),
        { cell },
      );
    else ledger.remark('not imported', 'no-risk', saying('“{0}” of a row that names no risk', heading), { cell });
  return [];
}

const entriesOf = (row: Entity): FieldCell[] => [
  ...[...row.fields.values()].flat(),
  ...row.actions.flatMap(action => [...action.values()]),
  ...row.notes,
];

/** A row that goes on with one that was left out. */
export function leaveOutToo(row: Entity, ledger: Ledger): void {
  for (const { cell, heading } of entriesOf(row))
    ledger.remark('not imported', 'no-risk', saying('“{0}” of a row that names no risk', heading), { cell });
}
