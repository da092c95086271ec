/** Adds what another row says of the same thing. Where they differ none wins: the property is left open, and both are told. */
import { type SayingValue, saying } from '../../wording/wording.ts';
import { type SourceCell, sameText, sheetName } from '../cells.ts';
import type { Ledger } from '../ledger.ts';
import type { Mapping } from '../recognise/mapping.ts';
import { type ActionDraft, add, type Entity, type FieldCell, nameOf } from './entity.ts';
import { mayBeSameScore, meansSame } from './same-meaning.ts';

/** Of these a thing has several, so that other rows of its table add to them, and those of a plan. */
export const lists: ReadonlySet<string> = new Set([
  'asset',
  'threat',
  'vulnerability',
  'controls',
  'existingControls',
  'evidence',
  'role',
]);

/** To these any table adds. */
const joined = new Set(['evidence', 'role']);

/** The fields of which both say something else. */
export const differences = (one: Entity, other: Entity, mapping: Mapping): string[] =>
  [...other.fields].flatMap(([field, entries]) => {
    const own = one.fields.get(field);
    return own && !entries.every(entry => own.some(each => meansSame(field, each, entry, mapping))) ? [field] : [];
  });

export function merge(into: Entity, draft: Entity, mapping: Mapping, ledger: Ledger): void {
  const isAdding = draft.table === into.table || draft.table.kind === 'plan';
  for (const [field, entries] of draft.fields)
    for (const entry of entries) {
      const own = into.fields.get(field);
      const left = into.open.get(field);
      if (left) leaveOpen(into, [], entry, left, nameOf(into), ledger);
      else if (!own) add(into.fields, field, entry);
      else if (own.some(each => meansSame(field, each, entry, mapping))) repeat(own, entry, ledger);
      else if (joined.has(field) || (lists.has(field) && isAdding)) add(into.fields, field, entry);
      else if (own.every(each => mayBeSameScore(field, each, entry))) add(into.fields, field, entry);
      else if (field === 'id' || field === 'title') keepOther(into, own, entry, ledger);
      else {
        leaveOpen(into, own, entry, own[0] as FieldCell, nameOf(into), ledger);
        into.open.set(field, own[0] as FieldCell);
        into.fields.delete(field);
      }
    }
  for (const entry of draft.notes) {
    if (into.notes.some(({ cell, heading }) => heading === entry.heading && sameText(cell.text, entry.cell.text)))
      ledger.written(entry.cell);
    else into.notes.push(entry);
  }
  for (const action of draft.actions) mergeAction(into, action, mapping, ledger);
}

/** A text that is written once, or a word that says the same. */
function repeat(own: readonly FieldCell[], { cell, heading }: FieldCell, ledger: Ledger): void {
  if (own.some(each => sameText(each.cell.text, cell.text))) ledger.written(cell);
  else ledger.read(cell, heading, own[0]?.cell.text ?? '');
}

/** A thing is called what its first row calls it. */
function keepOther(into: Entity, own: readonly FieldCell[], entry: FieldCell, ledger: Ledger): void {
  ledger.remark(
    'contradiction',
    'differs',
    saying(
      '“{0}” of {1} says something else than {2}, which counts; this is kept in notes',
      entry.heading,
      nameOf(into),
      placeOf(own[0]?.cell),
    ),
    { cell: entry.cell },
  );
  into.notes.push(entry);
}

function leaveOpen(
  into: Entity,
  own: readonly FieldCell[],
  entry: FieldCell,
  first: FieldCell,
  name: SayingValue,
  ledger: Ledger,
): void {
  const tell = ({ cell, heading }: FieldCell, other: SourceCell): void =>
    ledger.remark(
      'contradiction',
      'differs',
      saying(
        '“{0}” of {1} says something else than {2}: it is left open, and both are kept in notes',
        heading,
        name,
        placeOf(other),
      ),
      { cell },
    );
  for (const each of own) tell(each, entry.cell);
  tell(entry, first.cell);
  const isElsewhere = sheetName(first.cell.place) !== sheetName(entry.cell.place);
  for (const each of [...own, entry])
    into.notes.push(
      isElsewhere ? { ...each, label: `${each.label ?? each.heading} (${sheetName(each.cell.place)})` } : each,
    );
}

const placeOf = (cell: SourceCell | undefined): SayingValue =>
  cell ? saying('{0} of {1}', cell.place.cell, sheetName(cell.place)) : '';

/** The same action may stand in the register and in the plan. */
function mergeAction(into: Entity, action: ActionDraft, mapping: Mapping, ledger: Ledger): void {
  const title = action.get('action')?.cell.text;
  const same = into.actions.find(one => {
    const own = one.get('action')?.cell.text;
    return (
      (own !== undefined && title !== undefined && sameText(own, title)) || (own === title && isSameAction(one, action))
    );
  });
  if (!same) {
    into.actions.push(action);
    return;
  }
  const labelled = (entry: FieldCell): FieldCell => ({ ...entry, label: `${entry.heading} of “${title}”` });
  for (const [field, entry] of action) {
    const own = same.get(field);
    const key = `action ${title} ${field}`;
    const left = into.open.get(key);
    const name = title === undefined ? nameOf(into) : saying('“{0}” of {1}', title, nameOf(into));
    if (left) leaveOpen(into, [], labelled(entry), left, name, ledger);
    else if (!own) same.set(field, entry);
    else if (meansSame(field, own, entry, mapping)) repeat([own], entry, ledger);
    else {
      leaveOpen(into, [labelled(own)], labelled(entry), own, name, ledger);
      into.open.set(key, own);
      same.delete(field);
    }
  }
}

const isSameAction = (one: ActionDraft, other: ActionDraft): boolean =>
  [...other].every(([field, { cell }]) => sameText(one.get(field)?.cell.text ?? '', cell.text));
