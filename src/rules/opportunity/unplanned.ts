import { isOpen } from '../../analysis/action.ts';
import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'opportunity/unplanned',
  severity: 'info',
  clause: '6.1.1 d, e',
  summary:
    'An opportunity has no owner, no action and no objective through which it is pursued, or an action without a date.',
  why: 'Actions to address opportunities are to be planned as those for risks are. One that is only written down will not be taken.',
  remedy: 'Add `owner:`, and an `action` or the `objectives:`.',
  example: {
    bad: 'opportunity SsoForAll "One login for all services" {\n  owner: Cto\n}\nrole Cto "Chief technology officer"',
    good: 'opportunity SsoForAll "One login for all services" {\n  owner: Cto\n  action "Choose a provider" { owner: Cto  due: 2026-09-30 }\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Opportunity'],
  check(opportunity, { report }) {
    const missing = [
      ...(opportunity.owner ? [] : ['`owner:`']),
      ...(opportunity.actions.length || opportunity.objectives.length ? [] : ['an `action` or `objectives:`']),
    ];
    // With an objective the date is that of the objective.
    for (const action of opportunity.objectives.length ? [] : opportunity.actions) {
      if (!isOpen(action) || action.due) continue;
      report({
        at: nameSpan(action),
        message: `${shortLabel(action)} of ${label(opportunity)} has no date; add \`due:\`.`,
      });
    }
    if (!missing.length) return;
    report({
      at: nameSpan(opportunity),
      message: `Nothing says how ${label(opportunity)} is pursued; add ${missing.join(', and ')}.`,
    });
  },
});
