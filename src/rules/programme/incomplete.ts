import { cycleOf } from '../../analysis/audit-coverage.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'programme/incomplete',
  severity: 'warning',
  clause: '9.2.2',
  summary:
    'An audit programme does not say when its cycle begins, how long it takes, or who is responsible; or its approval has ended.',
  why: 'The programme lays down frequency and responsibilities. Without start and cycle nobody can tell whether its audits cover everything in time.',
  remedy: 'Add `start:`, `cycle:` (three years are usual, as the certificate is valid for three) and `owner:`.',
  asks: ['cycle', 'start', 'owner'],
  example: {
    bad: 'programme Audits "Internal audits" {\n  start: 2025-01-01\n}',
    good: 'role Coo "Chief operating officer"\nprogramme Audits "Internal audits" {\n  cycle: 3 years\n  start: 2025-01-01\n  owner: Coo\n}',
  },
  on: ['Programme'],
  check(programme, { report, asOf }) {
    const missing = (['cycle', 'start', 'owner'] as const).filter(key => !programme[key]);
    const until = dateOf(programme.approved?.until);
    const { to } = cycleOf(programme);
    // Of a cycle that is over another rule tells.
    if (programme.approved?.until && until && until < asOf && !(to && to < asOf)) {
      report({
        at: programme.approved.until,
        message: saying('The approval of {0} ended on {1}; have it approved again.', labelled(programme), until),
      });
    }
    if (!missing.length) return;
    report({
      at: nameSpan(programme),
      message: saying('{0} is incomplete; add {1}.', labelled(programme), keysOf(missing)),
      data: missing.includes('cycle') ? 'cycle' : undefined,
    });
  },
  fix: ({ declaration, data }, context) =>
    data === 'cycle'
      ? [
          {
            title: say('Add `cycle: 3 years`'),
            edits: [insertProperty(declaration, context.textOf(declaration), 'cycle: 3 years')],
            decides: true,
          },
        ]
      : [],
});
