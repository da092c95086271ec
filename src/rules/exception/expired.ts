import { isPast } from '../../analysis/deadline.ts';
import { label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'exception/expired',
  severity: 'warning',
  clause: 'A.5.36',
  summary: 'The approval of an exception has expired.',
  why: 'From that day on the departure is a breach of the policy, or it has ended and the register does not say so.',
  remedy: 'End the departure and delete the exception (the history keeps it), or have it approved again.',
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
      message: `${label(exception)} expired on ${until.value}; end the departure and delete it here, or have it approved again.`,
    });
  },
});
