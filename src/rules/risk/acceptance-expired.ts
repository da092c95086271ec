import { isPast } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/acceptance-expired',
  severity: 'error',
  clause: '6.1.3 f',
  summary: 'The acceptance of a risk has ended.',
  why: 'An acceptance with an end is a decision to look again by then. After it nobody has accepted the risk any more.',
  remedy: 'Assess the risk again, have the owner accept it again, and record the new dates in `accepted:`.',
  example: {
    bad: 'risk R-1 "Loss of the test data" {\n  accepted: 2025-03-01 by Cto until 2026-03-01\n}\nrole Cto "Chief technology officer"',
    good: 'risk R-1 "Loss of the test data" {\n  accepted: 2026-02-25 by Cto until 2027-03-01\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, { report, asOf }) {
    const until = risk.accepted?.until;
    if (!until || !isPast(until, asOf)) return;
    report({
      at: until,
      message: saying(
        'The acceptance of {0} ended on {1}; assess the risk again and have its owner accept it once more.',
        labelled(risk),
        until.value,
      ),
    });
  },
});
