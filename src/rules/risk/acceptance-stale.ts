import { dateOf } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/acceptance-stale',
  severity: 'warning',
  clause: '6.1.3 f',
  summary: 'A risk was assessed again after it had been accepted.',
  why: 'An acceptance holds for the risk as it was known then. After a new assessment the owner has to look at the result and accept it again. That an action of the plan was completed does not count: the plan was accepted with it.',
  remedy: 'Have the owner accept the risk as it is now, and record the new date in `accepted:`.',
  example: {
    bad: 'risk R-1 "Loss of the test data" {\n  assessed: 2026-04-20\n  accepted: 2026-03-01 by Cto\n}\nrole Cto "Chief technology officer"',
    good: 'risk R-1 "Loss of the test data" {\n  assessed: 2026-04-20\n  accepted: 2026-04-28 by Cto\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, { report, asOf }) {
    const assessed = dateOf(risk.assessed);
    const accepted = dateOf(risk.accepted?.on);
    const until = dateOf(risk.accepted?.until);
    if (!assessed || !accepted || !risk.accepted?.on || assessed <= accepted || assessed > asOf) return;
    // One that has ended is told as such.
    if (until && until < asOf) return;
    report({
      at: risk.accepted.on,
      message: saying(
        '{0} was accepted on {1}, but assessed again on {2}; have its owner accept the new result.',
        labelled(risk),
        accepted,
        assessed,
      ),
    });
  },
});
