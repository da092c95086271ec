import { periodOf } from '../../analysis/deadline.ts';
import { usersOfRecentEvidence } from '../../analysis/evidence.ts';
import { lastsLonger } from '../../analysis/horizon.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

/** Inspections that are due every four years, and certificates, count for less, in months. */
const most = 60;

export default rule({
  code: 'evidence/long-validity',
  severity: 'info',
  clause: '8.1, 9.1',
  summary: 'The evidence of a control or supplier is to count for more than five years.',
  why: 'A period of decades is no period: it only keeps the evidence from being asked for again. Within three years each control is looked at by an auditor, who asks what shows that it works today. A diploma or certificate of competence may count for life.',
  remedy: 'Shorten `valid:` to the interval at which the evidence is collected again.',
  example: {
    bad: 'evidence RestoreTest "Restore test report" {\n  collected: 2026-02-11\n  valid: 20 years\n}\ncontrol A.8.13 "Information backup" { evidence: RestoreTest }',
    good: 'evidence RestoreTest "Restore test report" {\n  collected: 2026-02-11\n  valid: 12 months\n}\ncontrol A.8.13 "Information backup" { evidence: RestoreTest }',
    asOf: '2026-06-01',
  },
  on: ['Evidence'],
  damagedToo: true,
  check(evidence, context) {
    const { valid, names } = evidence;
    const [name] = names;
    const period = periodOf(valid);
    if (!valid || !name || !period || !lastsLonger(period, most)) return;
    if (context.isUsed(name.value, 'Evidence', 'Competence')) return;
    const [first] = usersOfRecentEvidence(context, name.value);
    if (!first) return;
    context.report({
      at: { start: valid.$start, end: valid.$end },
      message: saying(
        '{0} is to count for {1}, and {2} relies on it; shorten its `valid:`.',
        shortLabel(evidence),
        saying(`{0} ${period.unit}`, period.count),
        shortLabel(first),
      ),
    });
  },
});
