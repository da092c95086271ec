/** What stands beside the id of a control: its title, that of another control, or more than a title. */
import type { AnnexAControl } from '../../catalogues/annex-a.ts';
import type { Control2013 } from '../../catalogues/annex-a-2013.ts';
import { controlsByTitle, hasTitle } from '../../catalogues/control-titles.ts';
import { type SayingValue, saying } from '../../wording/wording.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import type { Entity, FieldCell } from './entity.ts';
import type { Register } from './register.ts';

type Beside =
  | { readonly is: 'own' | 'free' }
  /** The title, and what is said behind it. */
  | { readonly is: 'more' }
  /** The title of these controls. */
  | { readonly is: 'other'; readonly ids: readonly SayingValue[] };

export function besideOf(control: AnnexAControl | Control2013, text: string): Beside {
  if (hasTitle(control, text)) return { is: 'own' };
  const own = new Set(successorsOf(control));
  const { controls2022, controls2013 } = controlsByTitle(text);
  const titled = [...controls2022, ...controls2013];
  const isOwn = (one: AnnexAControl | Control2013): boolean =>
    // Of two controls of 2013 that became one, each has its own title.
    successorsOf(one).some(id => own.has(id)) && (isOf2022(one) || isOf2022(control));
  if (titled.length) {
    if (titled.some(isOwn)) return { is: 'own' };
    const ids = [...new Set((controls2022.length ? controls2022 : controls2013).map(({ id }) => id))];
    return { is: 'other', ids: controls2022.length ? ids : ids.map(id => saying('{0} of 2013', id)) };
  }
  if (comparableWhole(control.title).includes(comparableWhole(text))) return { is: 'own' };
  const words = text.split(/\s+/);
  const isBegun = words.some((_, length) => length > 0 && hasTitle(control, words.slice(0, length).join(' ')));
  return { is: isBegun ? 'more' : 'free' };
}

const isOf2022 = (control: AnnexAControl | Control2013): control is AnnexAControl => !('successors' in control);

const successorsOf = (control: AnnexAControl | Control2013): string[] =>
  isOf2022(control) ? [control.id] : control.successors.map(({ id }) => id);

/** The cell with the id of a row, and what it says behind the id. */
export interface IdCell {
  readonly entry: FieldCell;
  readonly behind: string;
}

/**
 * Accounts for the titles of a row, `read` as such. The row as it counts: without what it decides where a title is that of another
 * control, since then nobody knows which of them the row is about.
 */
export function readTitles(
  entity: Entity,
  id: IdCell,
  control: AnnexAControl | Control2013,
  read: SayingValue,
  register: Register,
): Entity {
  const { ledger } = register;
  const [title] = entity.fields.get('title') ?? [];
  const sides = [
    ...(id.behind === '' ? [] : [{ entry: id.entry, text: id.behind }]),
    ...(title && title !== id.entry ? [{ entry: title, text: title.cell.text }] : []),
  ].map(side => ({ ...side, beside: besideOf(control, side.text) }));
  for (const { entry, beside } of sides)
    if (beside.is === 'other') {
      for (const cell of new Set([id.entry.cell, entry.cell]))
        ledger.remark(
          'contradiction',
          'title-of-another',
          saying(
            '{0} stands beside the title of {1}: which of them the row is about is left open, and what it says is kept in notes',
            control.id,
            { items: beside.ids, conjunction: 'none' },
          ),
          { cell, about: `control ${control.id}` },
        );
      return withheld(entity, id.entry, register);
    }
  for (const { entry, beside } of sides)
    if (beside.is === 'more' || (beside.is === 'free' && entry === id.entry)) {
      ledger.remark(
        'not understood',
        'more-than-control',
        saying('“{0}” says more than the id and title of a control; it is kept in notes', entry.heading),
        { cell: entry.cell, about: `control ${control.id}` },
      );
      entity.notes.push(entry);
    } else if (entry !== id.entry) markTitle(entry, beside.is === 'own' ? read : undefined, register);
  return entity;
}

function markTitle({ cell, heading }: FieldCell, read: SayingValue | undefined, { ledger }: Register): void {
  if (ledger.isSpokenFor(cell)) return;
  if (read !== undefined) ledger.read(cell, heading, read);
  else
    ledger.remark(
      'changed',
      'title-left-out',
      saying('The title is not that of the control, whose own title is in the catalogue; it is not written'),
      { cell },
    );
}

/** A row all of which is in the notes, but for its id. */
function withheld(entity: Entity, id: FieldCell, { ledger }: Register): Entity {
  const entries = [...entity.fields.values()].flat().filter(entry => entry !== id || /\p{L}{3}/u.test(id.cell.text));
  for (const { cell } of entries) ledger.written(cell);
  return { ...entity, fields: new Map(), notes: [...entries, ...entity.notes] };
}
