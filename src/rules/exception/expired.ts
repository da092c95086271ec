import { isPast } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'exception/expired',
  severity: 'warning',
  clause: 'A.5.1',
  summary: 'The approval of an exception has expired.',
  why: 'From that day on the departure is a breach of the policy, or it has ended and the register does not say so.',
  remedy:
    'Have it approved again with a new end, or end the departure and take the entry out of the register (the history of the file keeps it).',
  example: {
    bad: 'exception EXC-1 "Old API without MFA" {\n  approved: 2025-02-26 until 2025-12-31\n}',
    good: 'exception EXC-1 "Old API without MFA" {\n  approved: 2026-02-26 until 2026-12-31\n}',
    asOf: '2026-06-01',
  },
  on: ['Exception'],
  damagedToo: true,
  check(exception, { report, asOf }) {
    const until = exception.approved?.until;
    if (!until || !isPast(until, asOf)) return;
    report({
      at: until,
      message: saying(
        'The approval of {0} ended on {1}; have it extended, or end the exception and take it out of the register.',
        labelled(exception),
        until.value,
      ),
    });
  },
});
