/** What relies on a control, so that its exclusion contradicts it. (6.1.3 b, d) */
import { requirementsNaming, risksNaming } from '../../analysis/control.ts';
import { type Control, label } from '../../model/declaration.ts';
import type { RuleContext } from '../rule.ts';

/** Whether an excluded control is used all the same, which `soa/excluded-but-used` tells. */
export const isUsedAllTheSame = (context: RuleContext, control: Control, id: string): boolean =>
  risksNaming(context, id).length > 0 || otherUse(context, control, id) !== undefined;

/** What else than a risk speaks against the exclusion, and what to do; undefined where nothing does. */
export function otherUse(context: RuleContext, control: Control, id: string): string | undefined {
  const [requirement] = requirementsNaming(context, id);
  if (requirement) return `${label(requirement)} calls for it; include it, or take it out of the requirement`;
  const [exception] = context
    .users(id, 'Control', 'Exception')
    .filter(({ controls }) => controls.some(({ name }) => name === id));
  if (exception) return `${label(exception)} is an exception from it; include it, or take it out of the exception`;
  if (control.status) return `has the status ${control.status.value}; include it, or remove \`status:\``;
  if (control.evidence.length) return 'evidence shows that it works; include it, or remove `evidence:`';
  return undefined;
}
