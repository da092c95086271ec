import { asksForCause } from '../../analysis/asked.ts';
import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'finding/no-root-cause',
  severity: 'warning',
  clause: '10.2 b 2',
  summary: 'The cause of a nonconformity is not stated.',
  why: 'A correction repairs what went wrong; only the removal of the cause keeps it from happening again. It is asked for 30 days after the finding was raised, and before it is closed.',
  remedy: 'Find out why it happened and write it in `root-cause:`.',
  asks: ['root-cause'],
  example: {
    bad: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  raised: 2026-03-13\n}',
    good: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  raised: 2026-03-13\n  root-cause: "No reminder when the owner is on leave"\n}',
    asOf: '2026-06-01',
  },
  on: ['Finding'],
  check(finding, { report, asOf }) {
    if (hasText(finding.rootCause) || !asksForCause(finding, asOf)) return;
    report({
      at: finding.rootCause ?? nameSpan(finding),
      message: finding.closed
        ? saying('{0} is closed without a cause; say in `root-cause:` why it happened.', labelled(finding))
        : saying('{0} has no cause yet; find out why it happened and write it in `root-cause:`.', labelled(finding)),
    });
  },
  fix: ({ declaration }, context) =>
    declaration.rootCause
      ? []
      : [
          {
            title: say('Add a root cause'),
            edits: [
              insertProperty(
                declaration,
                context.textOf(declaration),
                'root-cause: ""',
                'severity',
                'owner',
                'correction',
              ),
            ],
            preferred: true,
          },
        ],
});
