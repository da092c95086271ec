/** Several rows of one control: what they say alike, and where they contradict each other. */

import type { Control2013 } from '../../catalogues/annex-a-2013.ts';
import { saying } from '../../wording/wording.ts';
import type { Mapping } from '../recognise/mapping.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { wordOf } from '../values/words.ts';
import { type Entity, placeOf, rowOf } from './entity.ts';
import type { Register } from './register.ts';

/** One row's part in an entry; of 2013, the control it was. */
export interface Contribution {
  readonly entity: Entity;
  readonly former?: Control2013;
}

/** The rows of a control without those that say what another says. What contradicts another row is told. */
export function withoutRepeated(id: string, all: readonly Contribution[], register: Register): Contribution[] {
  const { ledger, mapping } = register;
  const kept: Contribution[] = [];
  for (const row of all) {
    const { entity, former } = row;
    // Controls of 2013 that became one said something of their own each.
    const before = kept
      .filter(other => !isTitled(other.entity) && (!former || !other.former || other.former === former))
      .map(other => other.entity);
    const same = before.find(other => saysSame(other, entity, mapping));
    const details = { place: placeOf(entity), about: `control ${id}` };
    if (isTitled(entity) || !same) kept.push(row);
    if (isTitled(entity) || !before.length) continue;
    if (same) {
      ledger.remark(
        'changed',
        'same-row',
        saying('The row says the same as {0}; {1} is written once', rowOf(same, entity), id),
        details,
      );
      for (const { cell, heading } of [...entity.fields.values(), entity.notes].flat())
        ledger.read(cell, heading, saying('what {0} says', rowOf(same, entity)), details.about);
    } else if (before.some(other => contradicts(other, entity, mapping)))
      ledger.remark(
        'contradiction',
        'duplicate-control',
        saying('{0} has another row too: what differs is left open or kept in notes', id),
        details,
      );
    else ledger.remark('changed', 'added-row', saying('{0} has another row too, which is added to it', id), details);
  }
  return kept;
}

/** Whether a row is of a mere list of controls, such as a catalogue, which says nothing that another row could contradict. */
const isTitled = ({ table }: Entity): boolean =>
  table.columns.every(({ field }) => field === 'id' || field === 'title' || field === 'theme');

/** Of these a control has several, and what they are called is told elsewhere. */
const added = new Set(['id', 'title', 'theme', 'evidence', 'policies', 'risks', 'reasons']);

const contradicts = (one: Entity, other: Entity, mapping: Mapping): boolean =>
  [...other.fields.keys()].some(
    field => !added.has(field) && one.fields.has(field) && said(one, field, mapping) !== said(other, field, mapping),
  );

const saysSame = (one: Entity, other: Entity, mapping: Mapping): boolean =>
  [...new Set([...one.fields.keys(), ...other.fields.keys()])].every(
    field => said(one, field, mapping) === said(other, field, mapping),
  ) && notesOf(one) === notesOf(other);

const notesOf = ({ notes }: Entity): string => notes.map(({ heading, cell }) => `${heading}: ${cell.text}`).join('\n');

/** What a row says, in a form that compares. */
function said({ fields }: Entity, field: string, mapping: Mapping): string {
  const list = field === 'applicable' ? 'decided' : field === 'status' ? 'controlStatus' : undefined;
  return (fields.get(field) ?? [])
    .map(({ cell }) => (list && wordOf(list, cell.text, mapping)) || comparableWhole(cell.text))
    .join('\n');
}
