import { dateOf } from '../../analysis/deadline.ts';
import { isNonconformity } from '../../analysis/finding.ts';
import { addMonths } from '../../model/dates.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** So long it may take until it shows whether an action works. */
const monthsToShow = 3;

export default rule({
  code: 'finding/not-verified',
  severity: 'warning',
  clause: '10.2 d',
  summary: 'A closed nonconformity does not say whether its corrective action worked.',
  why: 'The effectiveness of each corrective action is reviewed. Three months after a finding was closed the answer is expected.',
  remedy: 'Look whether it has happened again and write `effective: yes` or `effective: no`.',
  asks: ['effective'],
  example: {
    bad: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  closed: 2026-01-20\n}',
    good: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  closed: 2026-01-20\n  effective: yes\n}',
    asOf: '2026-06-01',
  },
  on: ['Finding'],
  check(finding, { report, asOf }) {
    const closed = dateOf(finding.closed);
    if (!finding.closed || !closed || finding.effective || !isNonconformity(finding)) return;
    if (addMonths(closed, monthsToShow) >= asOf) return;
    report({
      at: finding.closed,
      message: saying(
        '{0} was closed on {1}, but it is not said whether its action worked; add `effective:` yes or no.',
        labelled(finding),
        closed,
      ),
    });
  },
  fix: ({ declaration }, context) =>
    ['yes', 'no'].map(answer => ({
      title: say('Add `effective: {0}`', answer),
      edits: [insertProperty(declaration, context.textOf(declaration), `effective: ${answer}`, 'closed')],
      decides: true,
    })),
});
