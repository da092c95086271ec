/** A cell that was read as a word of the language. */
import { saying } from '../../wording/wording.ts';
import { saidWord, type WordList } from '../values/words.ts';
import type { FieldCell } from './entity.ts';
import type { Register } from './register.ts';

/** Says how a cell was read; one that says more than the word is guessed, and goes to the notes as well. */
export function readWord(
  list: WordList,
  entry: FieldCell,
  as: string,
  notes: FieldCell[],
  register: Register,
  about: string,
  parts: readonly FieldCell['cell'][] | readonly string[] = [entry.cell],
): void {
  const { cell, heading } = entry;
  if (as === cell.text) register.ledger.written(cell);
  else if (parts.some(part => saidWord(list, part, register.mapping)?.isGuess)) {
    register.ledger.remark(
      'guessed',
      'word-and-more',
      saying('“{0}” is taken for {1}; all of it is kept in notes', heading, as),
      {
        cell,
        about,
      },
    );
    notes.push(entry);
  } else register.ledger.read(cell, heading, as, about);
}
