/** The grounds on which a control is excluded, and taking them back. */
import { type Control, keySpan } from '../../model/declaration.ts';
import { removeProperty } from '../edits.ts';
import type { DeclarationEdit } from '../rule.ts';

/** The grounds that say all by themselves. */
export const grounds: readonly string[] = [
  'not-necessary',
  'not-in-scope',
  'no-such-asset',
  'no-such-activity',
  'law-does-not-apply',
];

/** The edits that take the grounds out of an entry; none if there are none, or if reasons of another sort stand among them. */
export function removeGrounds(control: Control, source: string): DeclarationEdit[] {
  const key = keySpan(control, 'because');
  const last = control.because.at(-1);
  if (!key || !last || !control.because.every(({ ground }) => ground)) return [];
  return removeProperty(control, source, key, last.$end);
}
