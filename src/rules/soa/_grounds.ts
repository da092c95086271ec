/** Taking back the grounds on which a control was excluded. */
import { type Control, keySpan } from '../../model/declaration.ts';
import { removeProperty } from '../edits.ts';
import type { DeclarationEdit } from '../rule.ts';

/** The edits that take the grounds out of an entry; none if there are none, or if reasons of another sort stand among them. */
export function removeGrounds(control: Control, source: string): DeclarationEdit[] {
  const key = keySpan(control, 'because');
  const last = control.because.at(-1);
  if (!key || !last || !control.because.every(({ ground }) => ground)) return [];
  return removeProperty(control, source, key, last.$end);
}
