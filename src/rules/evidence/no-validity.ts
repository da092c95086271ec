import { dateOf } from '../../analysis/deadline.ts';
import { usersOfRecentEvidence } from '../../analysis/evidence.ts';
import { addMonths } from '../../model/dates.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** Until then evidence may count without saying how long, in months. */
const usual = 12;

export default rule({
  code: 'evidence/no-validity',
  severity: 'info',
  clause: '8.1, 9.1',
  summary: 'The evidence of a control or supplier is more than a year old and does not say how long it counts.',
  why: 'Evidence without an end would count for ever, so that leaving `valid:` out would be better than an honest period. Auditors ask for what shows that a control works today.',
  remedy: 'Collect it again, or add `valid:` with the period for which it counts.',
  asks: ['valid'],
  example: {
    bad: 'evidence RestoreTest "Restore test report" {\n  collected: 2024-02-11\n}\ncontrol A.8.13 "Information backup" { evidence: RestoreTest }',
    good: 'evidence RestoreTest "Restore test report" {\n  collected: 2024-02-11\n  valid: 36 months\n}\ncontrol A.8.13 "Information backup" { evidence: RestoreTest }',
    asOf: '2026-06-01',
  },
  on: ['Evidence'],
  check(evidence, context) {
    const { collected, valid, names } = evidence;
    const on = dateOf(collected);
    const [name] = names;
    if (valid || !collected || !on || !name || addMonths(on, usual) >= context.asOf) return;
    const [first] = usersOfRecentEvidence(context, name.value);
    if (!first) return;
    context.report({
      at: collected,
      message: saying(
        '{0} is of {1}, and {2} relies on it; collect it again, or add `valid:` with how long it counts.',
        name.value,
        on,
        labelled(first),
      ),
    });
  },
});
