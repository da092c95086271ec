/** What relies on a control, so that its exclusion contradicts it. (6.1.3 b, d) */
import { isOpen, kindsWithActions } from '../../analysis/action.ts';
import { hasText, isIncluded, requirementsNaming, risksNaming } from '../../analysis/control.ts';
import type { Control, Declarations, Ref } from '../../model/declaration.ts';
import { type Saying, saying } from '../../wording/wording.ts';
import type { RuleContext } from '../rule.ts';
import { labelled, shortLabel } from '../wording.ts';

/** Whether an excluded control is used all the same, which `soa/excluded-but-used` tells. */
export const isUsedAllTheSame = (context: RuleContext, control: Control, id: string): boolean =>
  risksNaming(context, id).length > 0 || otherUse(context, control, id) !== undefined;

/** What is said where something else than a risk speaks against the exclusion, and what to do; undefined where nothing does. */
export const otherUse = (context: RuleContext, control: Control, id: string): Saying | undefined =>
  useElsewhere(context, id) ?? useInEntry(control, id);

/** Documents that say how something is done; records and reports tell what was found, such as that it is not done at all. */
const findings: ReadonlySet<string> = new Set(['record', 'report', 'register', 'external']);

const names = (refs: readonly Ref[], id: string): boolean => refs.some(({ name }) => name === id);

function useElsewhere(context: RuleContext, id: string): Saying | undefined {
  const [requirement] = requirementsNaming(context, id);
  if (requirement) {
    return saying(
      '{0} is excluded, but {1} calls for it; include it, or take it out of the requirement.',
      id,
      labelled(requirement),
    );
  }
  const used = <K extends 'Exception' | 'Finding' | 'Metric' | 'PolicyDocument' | 'Control'>(
    kind: K,
    isUse: (found: Declarations[K]) => boolean,
  ): Declarations[K] | undefined => context.users(id, 'Control', kind).find(isUse);
  const exception = used('Exception', ({ controls }) => names(controls, id));
  if (exception) {
    return saying(
      '{0} is excluded, but {1} is an exception from it; include it, or take it out of the exception.',
      id,
      labelled(exception),
    );
  }
  const own = used('Control', entry => names(entry.implements, id) && isIncluded(entry));
  if (own)
    return saying('{0} is excluded, but {1} implements it; include it, or correct `implements:`.', id, labelled(own));
  // An opportunity may be that it could be included.
  const finding = used(
    'Finding',
    ({ requirements, severity, closed }) => !closed && severity?.value !== 'opportunity' && names(requirements, id),
  );
  if (finding) {
    return saying(
      '{0} is excluded, but {1}, which is open, is about it; include it, or correct what the finding is about.',
      id,
      labelled(finding),
    );
  }
  const planned = kindsWithActions
    .flatMap(kind => context.users(id, 'Control', kind))
    .find(({ actions }) => actions.some(action => isOpen(action) && names(action.controls, id)));
  if (planned) {
    return saying(
      '{0} is excluded, but an action of {1} works on it; include it, or correct the action.',
      id,
      labelled(planned),
    );
  }
  const metric = used('Metric', ({ controls }) => names(controls, id));
  if (metric) {
    return saying(
      '{0} is excluded, but {1} measures it; include it, or take it out of the metric.',
      id,
      labelled(metric),
    );
  }
  const document = used('PolicyDocument', ({ kind, covers }) => !findings.has(kind?.value ?? '') && names(covers, id));
  if (document) {
    return saying(
      '{0} is excluded, but {1} says how it is done; include it, or take it out of `covers:`.',
      id,
      labelled(document),
    );
  }
  return undefined;
}

/** What its own entry says that only a control which is applied can have. */
function useInEntry(control: Control, id: string): Saying | undefined {
  if (control.status) {
    return saying(
      '{0} is excluded, but has the status {1}; include it, or remove `status:`.',
      id,
      control.status.value,
    );
  }
  if (control.evidence.length)
    return saying('{0} is excluded, but evidence shows that it works; include it, or remove `evidence:`.', id);
  const action = control.actions.find(isOpen);
  if (action)
    return saying(
      '{0} is excluded, but {1} is still to be done for it; include it, or remove the action.',
      id,
      shortLabel(action),
    );
  const [policy] = control.policies;
  if (policy) return saying('{0} is excluded, but {1} governs it; include it, or remove `policies:`.', id, policy.name);
  if (hasText(control.implementation)) {
    return saying(
      '{0} is excluded, but it is said how it is implemented; include it, or say in `justification:` why not.',
      id,
    );
  }
  return undefined;
}
