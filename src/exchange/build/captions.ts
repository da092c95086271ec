/** The heading of a card, which may be an id and a title. */
import { saying } from '../../wording/wording.ts';
import type { Ledger } from '../ledger.ts';
import { captionField } from '../recognise/cards.ts';
import type { Entity, FieldCell } from './entity.ts';

/** A first word with a digit is an id: `R-1: Fire`. */
export function captionParts(caption: string): { readonly id?: string; readonly title?: string } {
  const first = caption.split(/[\s:–—]/)[0] ?? '';
  if (!/\d/.test(first)) return { title: caption };
  const title = caption.slice(first.length).replace(/^[\s:–—-]+/, '');
  return title === '' ? { id: first } : { id: first, title };
}

/** Makes an id and a title of the heading of a card. A control that has either needs no other. */
export function splitCaption({ fields, kind }: Entity, ledger: Ledger): void {
  const caption = fields.get(captionField)?.[0];
  if (!caption || (kind === 'soa' && (fields.has('id') || fields.has('title')))) return;
  fields.delete(captionField);
  ledger.remark(
    'guessed',
    'card-heading',
    saying('The heading above the card is taken for the id or title of what the card is about'),
    { cell: caption.cell },
  );
  const part = (value: string): FieldCell => ({ ...caption, cell: { ...caption.cell, text: value } });
  const { id, title } = captionParts(caption.cell.text);
  if (id !== undefined && !fields.has('id')) fields.set('id', [part(id)]);
  if (title === undefined) return;
  // The description of a risk is its title where there is no other.
  const described = fields.get('title');
  if (kind === 'risk' && described && !fields.has('scenario')) fields.set('scenario', described);
  if (!described || fields.get('scenario') === described) fields.set('title', [part(title)]);
}
