/** Which parts of a cell call something by its name. Others say whether there is one, or that nobody knows yet. */
import { saying } from '../../wording/wording.ts';
import { isAffirmed, isDenied, isInDoubt, isQuestioned } from '../values/doubt.ts';
import { isPlaceholder, wordOf } from '../values/words.ts';
import type { FieldCell } from './entity.ts';
import type { Register } from './register.ts';
import { tellDoubt } from './tell-doubt.ts';

/**
 * What is called. A `proof` is evidence, a document or an agreement, which has to be there; a `thing` exists, such as an asset; a `cause`
 * may be called `Missing patches`.
 */
export type Called = 'proof' | 'thing' | 'cause';

type Verdict = 'placeholder' | 'denied' | 'affirmed' | 'doubtful';

function verdictOf(part: string, called: Called, register: Register): Verdict | undefined {
  const { mapping } = register;
  if (isPlaceholder(part)) return 'placeholder';
  if (called === 'cause' ? wordOf('yesNo', part, mapping) === 'no' : isDenied(part, mapping)) return 'denied';
  if (isAffirmed(part, mapping)) return 'affirmed';
  return isQuestioned(part) || (called === 'proof' && isInDoubt(part)) ? 'doubtful' : undefined;
}

/** The parts that call something. What the others say is told, and kept in notes unless it says nothing at all. */
export function calledParts(
  entry: FieldCell,
  parts: readonly string[],
  called: Called,
  notes: FieldCell[],
  register: Register,
  about: string,
): string[] {
  const kept = parts.filter(part => {
    const verdict = verdictOf(part, called, register);
    if (verdict) tell(verdict, entry, part, register, about);
    if (verdict && verdict !== 'placeholder' && !notes.includes(entry)) notes.push(entry);
    return verdict === undefined;
  });
  if (kept.length) register.ledger.written(entry.cell);
  return kept;
}

function tell(verdict: Verdict, { cell, heading }: FieldCell, text: string, { ledger }: Register, about: string): void {
  const details = { cell, text, about };
  switch (verdict) {
    case 'placeholder':
      ledger.remark(
        'incomplete',
        'placeholder',
        saying('“{0}” says that there is nothing yet, so nothing is written', heading),
        details,
      );
      break;
    case 'denied':
      ledger.remark(
        'incomplete',
        'absent',
        saying('“{0}” says that there is none, so nothing is written; it is kept in notes', heading),
        details,
      );
      break;
    case 'affirmed':
      ledger.remark(
        'incomplete',
        'unnamed',
        saying('“{0}” says that there is one, and not which, so nothing is written; it is kept in notes', heading),
        details,
      );
      break;
    case 'doubtful':
      tellDoubt({ cell, heading }, text, ledger, about);
  }
}
