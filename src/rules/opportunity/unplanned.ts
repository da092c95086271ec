import { isOpen } from '../../analysis/action.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { reportLateActions } from '../late-actions.ts';
import { rule } from '../rule.ts';
import { labelled, shortLabel } from '../wording.ts';

export default rule({
  code: 'opportunity/unplanned',
  severity: 'info',
  clause: '6.1.1 d, e',
  summary:
    'An opportunity has no owner, no action and no objective through which it is pursued, or an action without a date or not done by it.',
  why: 'Actions to address opportunities are to be planned as those for risks are. One that is only written down will not be taken.',
  remedy: 'Add `owner:`, and an `action` or the `objectives:`.',
  asks: ['owner', 'objectives', 'action'],
  example: {
    bad: 'opportunity SsoForAll "One login for all services" {\n  owner: Cto\n}\nrole Cto "Chief technology officer"',
    good: 'opportunity SsoForAll "One login for all services" {\n  owner: Cto\n  action "Choose a provider" { owner: Cto  due: 2026-09-30 }\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Opportunity'],
  check(opportunity, context) {
    const { report } = context;
    reportLateActions(opportunity, context);
    // With an objective the date is that of the objective.
    for (const action of opportunity.objectives.length ? [] : opportunity.actions) {
      if (!isOpen(action) || action.due) continue;
      report({
        at: nameSpan(action),
        message: saying('{0} of {1} has no date; add `due:`.', shortLabel(action), labelled(opportunity)),
      });
    }
    const isPursued = opportunity.actions.length > 0 || opportunity.objectives.length > 0;
    if (opportunity.owner && isPursued) return;
    report({
      at: nameSpan(opportunity),
      message: saying(
        isPursued
          ? 'Nothing says how {0} is pursued; add `owner:`.'
          : opportunity.owner
            ? 'Nothing says how {0} is pursued; add an `action` or `objectives:`.'
            : 'Nothing says how {0} is pursued; add `owner:`, and an `action` or `objectives:`.',
        labelled(opportunity),
      ),
    });
  },
});
