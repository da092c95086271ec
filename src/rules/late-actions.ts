/** Actions that are late: told alike of whatever declares them. */
import { isOverdue } from '../analysis/action.ts';
import type { Action, AnyNode } from '../model/declaration.ts';
import { later, saying } from '../wording/wording.ts';
import type { RuleContext } from './rule.ts';
import { labelled, shortLabel } from './wording.ts';

/** What to do about a late action, where nobody else has to agree on a new date. */
const usual = later('{0} of {1} was due on {2}; finish it or plan a new date.');

/**
 * Reports each open action of a declaration whose date has passed, at that date.
 * @param text with places for the action, its declaration and the date
 */
export function reportLateActions(
  declaration: AnyNode & { readonly actions: readonly Action[] },
  context: RuleContext,
  text: string = usual,
): void {
  for (const action of declaration.actions) {
    // Today is looked at only where something is due, so that a new day concerns nothing else.
    if (!action.due || !isOverdue(action, context.asOf)) continue;
    context.report({
      at: action.due,
      message: saying(text, shortLabel(action), labelled(declaration), action.due.value),
    });
  }
}
