/** How far the included controls are put into practice, and what shows it. (6.1.3, 8.1) */
import { findControl } from '../catalogues/annex-a.ts';
import { recogniseControlId } from '../catalogues/control-ids.ts';
import type { Control } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { isOpen, kindsWithActions } from './action.ts';
import { decisionOf, isIncluded } from './control.ts';
import { controlStatus, entriesById } from './coverage.ts';

export interface NotImplemented {
  readonly id: string;
  readonly control: Control;
  /** Whether an open action is about to put it in place. */
  readonly isPlanned: boolean;
}

export interface Implementation {
  /** How many controls are applied or inherited. */
  readonly included: number;
  /** How many of these are implemented; what a supplier performs counts, unless its entry says otherwise. */
  readonly implemented: number;
  /** How many of the implemented ones name evidence, or are inherited from a supplier that has some. */
  readonly evidenced: number;
  /** In the order of the ISMS. */
  readonly open: readonly NotImplemented[];
}

/** The controls of Annex A and the organisation's own, each once; not what is named by an id of 2013 or a misspelt one. */
export function implementation(view: IsmsView): Implementation {
  const entries = [...entriesById(view.all('Control'))].filter(
    ([id, control]) => isIncluded(control) && (findControl(id) !== undefined || !recogniseControlId(id)),
  );
  const [done, open]: [Control[], NotImplemented[]] = [[], []];
  for (const [id, control] of entries) {
    if (isImplemented(control)) done.push(control);
    else open.push({ id, control, isPlanned: isPlanned(view, id) });
  }
  return {
    included: entries.length,
    implemented: done.length,
    evidenced: done.filter(control => hasEvidence(view, control)).length,
    open,
  };
}

/** Whether an included control is in place: its entry says so, or a supplier performs it and the entry says nothing else. */
export function isImplemented(control: Control): boolean {
  const status = controlStatus(control);
  return status === 'implemented' || (!status && decisionOf(control) === 'inherited');
}

function hasEvidence(view: IsmsView, { evidence, applicable }: Control): boolean {
  if (evidence.length) return true;
  const provider = applicable?.provider && view.resolve(applicable.provider)?.declaration;
  return provider?.$type === 'Supplier' && provider.evidence.length > 0;
}

/** Whether an open action names the control, or belongs to a risk that the control treats or a finding about it and names none. */
export function isPlanned(view: IsmsView, id: string): boolean {
  return kindsWithActions.some(kind =>
    view.users(id, 'Control', kind).some(({ $type, actions }) =>
      actions.some(action => {
        if (!isOpen(action)) return false;
        return (
          action.controls.some(({ name }) => name === id) ||
          (($type === 'Risk' || $type === 'Finding') && !action.controls.length)
        );
      }),
    ),
  );
}
