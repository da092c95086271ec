import { dateOf } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/incident-since-assessment',
  severity: 'warning',
  moment: 'stage2',
  clause: '8.2',
  summary: 'A risk came true after it had been assessed, and has not been assessed again.',
  why: 'An incident is the best evidence of how likely and how bad a risk is. The next assessment is due at once, not at the end of the interval.',
  remedy:
    'Assess the risk again in the light of the incident and set `assessed:` to the date, also if nothing has changed.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  assessed: 2026-03-04\n}\nincident INC-1 "Table deleted by mistake" {\n  risks: R-1\n  detected: 2026-05-11\n}',
    good: 'risk R-1 "Loss of the database" {\n  assessed: 2026-05-20\n}\nincident INC-1 "Table deleted by mistake" {\n  risks: R-1\n  detected: 2026-05-11\n}',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, { report, users }) {
    const assessed = dateOf(risk.assessed);
    const name = risk.names[0]?.value;
    if (!assessed || !risk.assessed || name === undefined) return;
    const later = users(name, 'Risk', 'Incident')
      .map(incident => ({ incident, detected: dateOf(incident.detected) ?? '' }))
      .filter(({ detected }) => detected > assessed);
    const [first] = later;
    if (!first) return;
    report({
      at: risk.assessed,
      message: saying(
        '{0} came true with {1} on {2}, after its assessment on {3}; assess it again.',
        labelled(risk),
        labelled(first.incident),
        first.detected,
        assessed,
      ),
      related: later.map(({ incident, detected }) => ({
        declaration: incident,
        message: saying('Detected on {0}', detected),
      })),
    });
  },
});
