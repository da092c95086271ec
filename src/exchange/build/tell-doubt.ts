/** What is said of a cell that is in doubt. */
import { saying } from '../../wording/wording.ts';
import type { Ledger } from '../ledger.ts';
import type { FieldCell } from './entity.ts';

/** Of what is questioned or put off. */
export function tellDoubt({ cell, heading }: FieldCell, text: string, ledger: Ledger, about: string): void {
  ledger.remark(
    'not understood',
    'in-doubt',
    saying('“{0}” is questioned, put off or taken back, so nothing is written; it is kept in notes', heading),
    { cell, text, about },
  );
}
