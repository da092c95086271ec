/** What a risk counts on: the controls that treat it, and whether they are there. (6.1.3, 8.3) */
import type { Action, Control, Ref, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { isOpen, kindsWithActions } from './action.ts';
import { decisionOf, isIncluded } from './control.ts';

export interface ControlStanding {
  readonly status: string | undefined;
  /** The entry of the Statement of Applicability. */
  readonly declaration: Control;
}

/** The status of an included control that a risk names; undefined where there is no entry that includes it. */
export function statusOf(view: IsmsView, ref: Ref): ControlStanding | undefined {
  const declaration = view.resolve(ref)?.declaration;
  if (declaration?.$type !== 'Control' || !isIncluded(declaration)) return undefined;
  return { status: declaration.status?.value, declaration };
}

/** Whether a control is implemented, or performed by the supplier that it is inherited from. */
export function isInPlace(view: IsmsView, ref: Ref): boolean {
  const standing = statusOf(view, ref);
  return standing !== undefined && saysInPlace(standing.declaration);
}

/** Whether an entry says that its controls are implemented, or performed by the supplier that they are inherited from. */
export const saysInPlace = (entry: Control): boolean =>
  isIncluded(entry) && (entry.status ? entry.status.value === 'implemented' : decisionOf(entry) === 'inherited');

/**
 * Whether an open action is about to put a control in place: one of its own entry, one of any risk, objective or finding that names
 * the control, or one of the risk itself or of a finding about the control that names no control at all, and so may be about it.
 */
export function isPutInPlace(view: IsmsView, risk: Risk, control: string, entry?: Control): boolean {
  if (entry?.actions.some(isOpen)) return true;
  const names = ({ controls }: Action): boolean => controls.some(({ name }) => name === control);
  if (risk.actions.some(action => isOpen(action) && (!action.controls.length || names(action)))) return true;
  return kindsWithActions.some(kind =>
    view
      .users(control, 'Control', kind)
      .some(({ $type, actions }) =>
        actions.some(action => isOpen(action) && (names(action) || ($type === 'Finding' && !action.controls.length))),
      ),
  );
}
