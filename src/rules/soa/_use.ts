/** What relies on a control, so that its exclusion contradicts it. (6.1.3 b, d) */
import { requirementsNaming, risksNaming } from '../../analysis/control.ts';
import type { Control } from '../../model/declaration.ts';
import { type Saying, saying } from '../../wording/wording.ts';
import type { RuleContext } from '../rule.ts';
import { labelled } from '../wording.ts';

/** Whether an excluded control is used all the same, which `soa/excluded-but-used` tells. */
export const isUsedAllTheSame = (context: RuleContext, control: Control, id: string): boolean =>
  risksNaming(context, id).length > 0 || otherUse(context, control, id) !== undefined;

/** What is said where something else than a risk speaks against the exclusion, and what to do; undefined where nothing does. */
export function otherUse(context: RuleContext, control: Control, id: string): Saying | undefined {
  const [requirement] = requirementsNaming(context, id);
  if (requirement) {
    return saying(
      '{0} is excluded, but {1} calls for it; include it, or take it out of the requirement.',
      id,
      labelled(requirement),
    );
  }
  const [exception] = context
    .users(id, 'Control', 'Exception')
    .filter(({ controls }) => controls.some(({ name }) => name === id));
  if (exception) {
    return saying(
      '{0} is excluded, but {1} is an exception from it; include it, or take it out of the exception.',
      id,
      labelled(exception),
    );
  }
  if (control.status) {
    return saying(
      '{0} is excluded, but has the status {1}; include it, or remove `status:`.',
      id,
      control.status.value,
    );
  }
  if (control.evidence.length)
    return saying('{0} is excluded, but evidence shows that it works; include it, or remove `evidence:`.', id);
  return undefined;
}
