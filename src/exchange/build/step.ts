/** The step of a scale that a cell names. */
import { saying } from '../../wording/wording.ts';
import type { FieldCell } from './entity.ts';
import type { Register } from './register.ts';
import type { Scale } from './scales.ts';

export function stepIn(
  entry: FieldCell,
  scale: Scale | undefined,
  name: 'likelihood' | 'impact' | 'values',
  notes: FieldCell[],
  register: Register,
  about: string,
): { readonly label: string; readonly value: number } | undefined {
  const { cell, heading } = entry;
  const step = scale?.stepOf(cell.text);
  if (!step) {
    register.ledger.remark(
      'not understood',
      'off-scale',
      saying('“{0}” is no step of the scale of {1}; it is kept in notes', heading, saying(name)),
      { cell, about },
    );
    notes.push(entry);
    return undefined;
  }
  if (cell.text === step.label) register.ledger.written(cell);
  else register.ledger.read(cell, heading, step.label, about);
  return step;
}
