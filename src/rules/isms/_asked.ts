import {
  asksForCause,
  asksForConclusion,
  asksForLessons,
  asksForTarget,
  asksHow,
  hasMeasuredTarget,
  isMeasured,
} from '../../analysis/asked.ts';
import { assessmentStyle } from '../../analysis/assets.ts';
import { isGiven, partnerOf } from '../../analysis/control.ts';
import type { AnyNode, Declaration, Kind } from '../../model/declaration.ts';
import { ownName } from '../control/_own.ts';
import type { RuleContext } from '../rule.ts';
import { withoutReason } from '../soa/_reasons.ts';

/**
 * Texts of which another rule tells that they are missing, as long as they say nothing; and when it does, if not always. What no rule
 * asks for, or not now, is told here, so that no placeholder stays untold.
 */
const tellers: Readonly<Record<string, (declaration: Declaration, context: RuleContext) => boolean>> = {
  'Audit conclusion': ofKind('Audit', asksForConclusion),
  'Communication when': () => true,
  'Communication channel': () => true,
  'Control theirs': ofKind('Control', isShared),
  'Control ours': ofKind('Control', isShared),
  'Control implementation': ofKind('Control', control => asksHow(control) && !isGiven(control.implementation)),
  'Control justification': ofKind('Control', (control, context) => withoutReason(context, control).length > 0),
  'Control title': ofKind('Control', (control, context) => ownName(context, control) !== undefined),
  'Exception justification': () => true,
  'Exclusion reason': () => true,
  'Finding correction': ofKind(
    'Finding',
    (finding, { asOf }) => !finding.actions.length && asksForCause(finding, asOf),
  ),
  'Finding rootCause': ofKind('Finding', (finding, { asOf }) => asksForCause(finding, asOf)),
  'Incident lessons': ofKind('Incident', asksForLessons),
  'Metric method': () => true,
  'Metric target': ofKind('Metric', asksForTarget),
  'Objective evaluation': ofKind('Objective', (objective, context) => !isMeasured(context, objective)),
  'Objective target': ofKind('Objective', (objective, context) => !hasMeasuredTarget(context, objective)),
  'Risk scenario': (_, { get }) => get(assessmentStyle) === 'event-based',
  'Scope statement': () => true,
};

/** Whether another rule tells that a text of a node says nothing. */
export const isToldElsewhere = (
  node: AnyNode,
  feature: string,
  declaration: Declaration,
  context: RuleContext,
): boolean => tellers[`${node.$type} ${feature}`]?.(declaration, context) ?? false;

function isShared(control: Of<'Control'>): boolean {
  return partnerOf(control) !== undefined;
}

type Of<K extends Kind> = Extract<Declaration, { readonly $type: K }>;

function ofKind<K extends Kind>(kind: K, tells: (declaration: Of<K>, context: RuleContext) => boolean) {
  return (declaration: Declaration, context: RuleContext): boolean =>
    declaration.$type === kind && tells(declaration as Of<K>, context);
}
