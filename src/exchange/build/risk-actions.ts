/** The actions that treat a risk. */
import { saying } from '../../wording/wording.ts';
import { isAffirmed, isDenied } from '../values/doubt.ts';
import { isPlaceholder, wordOf } from '../values/words.ts';
import { type Entry, words } from '../write/declaration.ts';
import { controlTargets } from './control-targets.ts';
import type { ActionDraft, FieldCell } from './entity.ts';
import { dated, keepRest } from './kept.ts';
import { readWord } from './read-word.ts';
import type { Register } from './register.ts';
import { flat } from './risk-references.ts';

export function actionEntries(action: ActionDraft, notes: FieldCell[], register: Register, about: string): Entry[] {
  const title = action.get('action');
  if (!title || isNoAction(title, register, about)) {
    // A date or a status that belongs to no action has no place.
    notes.push(...action.values());
    return [];
  }
  const wanted = action.get('actionId');
  const controls = action.get('actionControls');
  const targets = controls && controlTargets(controls, register, about);
  if (controls && targets?.rest.length) keepRest(controls, targets.rest, notes, register, about);
  const owner = action.get('actionOwner');
  const status = action.get('actionStatus');
  const own: FieldCell[] = [];
  const entries = [
    ...words('owner', owner && register.actor(owner, own, about)),
    ...words('due', dated(action.get('due'), own, register, about)),
    ...words('status', status && statusOf(status, own, register, about)),
    ...words('completed', dated(action.get('completed'), own, register, about)),
    ...words('controls', ...(targets?.names ?? [])),
  ];
  if (wanted) own.push(wanted);
  entries.push(...register.notes(own, about));
  return [{ block: { keyword: 'action', title: flat(register.verbatim(title)), entries } }];
}

/** `No action required`, `Yes`, `see R-1`, or an option instead of what is done. */
function isNoAction({ cell, heading }: FieldCell, { mapping, ledger }: Register, about: string): boolean {
  const { text } = cell;
  const why =
    isDenied(text, mapping) || isPlaceholder(text)
      ? saying('“{0}” says that there is no action; it is kept in notes', heading)
      : isAffirmed(text, mapping) || /^(?:see|siehe|s\.|vgl\.?|cf\.?) ?\S{1,60}(?: \S{1,20}){0,3}$/i.test(text)
        ? saying('“{0}” does not say what is done; it is kept in notes', heading)
        : wordOf('treatment', text, mapping) !== undefined
          ? saying('“{0}” is an option of treatment, and no action; it is kept in notes', heading)
          : undefined;
  if (why) ledger.remark('not understood', 'no-action', why, { cell, about });
  return why !== undefined;
}

/** Undefined where the word is not known; `overdue` is no status, as it follows from the date. */
function statusOf(entry: FieldCell, notes: FieldCell[], register: Register, about: string): string | undefined {
  const { cell, heading } = entry;
  if (/^(?:overdue|überfällig|delayed)$/i.test(cell.text)) {
    register.ledger.remark(
      'understood',
      'overdue',
      saying('“{0}” follows from the date, so it is not written', heading),
      {
        cell,
        about,
      },
    );
    return undefined;
  }
  const word = wordOf('actionStatus', cell, register.mapping);
  if (word === undefined) {
    register.ledger.remark(
      'not understood',
      'action-status',
      saying('“{0}” is none of open, planned, in-progress, done, cancelled; it is kept in notes', heading),
      { cell, about },
    );
    notes.push(entry);
  } else readWord('actionStatus', entry, word, notes, register, about);
  return word;
}
