import { isOpen } from '../../analysis/action.ts';
import { isNonconformity } from '../../analysis/finding.ts';
import { type Declarations, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { keysOf, labelled, unassigned } from '../wording.ts';

export default rule({
  code: 'finding/unassigned',
  severity: 'warning',
  clause: '10.2 a',
  summary: 'An open nonconformity, or an action of another open finding, has no owner or no date.',
  why: 'The organisation reacts to a nonconformity. Without somebody who does and a date by which, it stays open until the next audit. Of an observation nothing need follow; but what is planned has somebody and a date.',
  remedy: 'Add `owner:` and `due:`.',
  asks: ['owner', 'due'],
  example: {
    bad: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  due: 2026-07-01\n}',
    good: 'role Ciso "Security officer"\nfinding NC-1 "Restore test skipped" {\n  severity: minor\n  owner: Ciso\n  due: 2026-07-01\n}',
  },
  on: ['Finding'],
  check(finding, context) {
    if (finding.closed) return;
    if (!isNonconformity(finding)) {
      tellActions(finding, context);
      return;
    }
    const missing = (['owner', 'due'] as const).filter(key => !finding[key]);
    if (!missing.length) return;
    context.report({
      at: nameSpan(finding),
      message: saying(
        missing.length > 1
          ? '{0} is open, but has no owner or date; add {1}.'
          : finding.owner
            ? '{0} is open, but has no date; add {1}.'
            : '{0} is open, but has no owner; add {1}.',
        labelled(finding),
        keysOf(missing),
      ),
    });
  },
});

/** An observation needs no action. An action that it has all the same needs an owner and a date, its own or those of the observation. */
function tellActions(finding: Declarations['Finding'], { report }: RuleContext): void {
  for (const action of finding.actions.filter(isOpen)) {
    const missing = (['owner', 'due'] as const).filter(key => !action[key] && !finding[key]);
    if (!missing.length) continue;
    report({ at: nameSpan(action), message: unassigned(action, labelled(finding), missing) });
  }
}
