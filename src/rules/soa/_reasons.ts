/** Why controls are included or excluded, other than by a sentence. (6.1.3 d) */
import { isCalledFor } from '../../analysis/control.ts';
import type { Control } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';

/** The controls of an entry that is decided for which nothing but a sentence could say why. */
export const withoutReason = (view: IsmsView, control: Control): string[] =>
  control.applicable ? control.names.map(({ value }) => value).filter(id => !isReasoned(view, control, id)) : [];

/** Whether something other than a sentence says why the control is included or excluded. */
function isReasoned(view: IsmsView, control: Control, id: string): boolean {
  if (control.applicable?.decision?.value === 'no') return control.because.some(({ ground }) => ground);
  // A reason that leads nowhere, or speaks for the opposite, is told as such.
  return control.because.length > 0 || isCalledFor(view, id);
}
