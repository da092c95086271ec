import { isPast } from '../../analysis/deadline.ts';
import { nextAssessment } from '../../analysis/next-dates.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/review-overdue',
  severity: 'warning',
  clause: '8.2',
  summary: 'A risk has not been assessed again in time.',
  why: 'Risks are assessed at planned intervals, because threats and the organisation change. An old assessment tells little about today. Once the acceptance of the risk has ended as well, that alone is told: it asks for the same assessment.',
  remedy: 'Assess the risk again with its owner and set `assessed:` to the date, also if nothing has changed.',
  example: {
    bad: 'method "Ours" {\n  review: every 12 months\n}\nrisk R-1 "Loss of the database" {\n  assessed: 2025-03-04\n}',
    good: 'method "Ours" {\n  review: every 12 months\n}\nrisk R-1 "Loss of the database" {\n  assessed: 2026-03-04\n}',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, context) {
    const { assessed, accepted } = risk;
    // An acceptance that has ended asks for the same assessment, and for more.
    if (isPast(accepted?.until, context.asOf)) return;
    const due = nextAssessment(context, risk);
    if (!assessed || !due || due >= context.asOf) return;
    context.report({
      at: assessed,
      message: saying(
        '{0} was to be assessed again by {1}; do so with its owner and set `assessed:` to the new date.',
        labelled(risk),
        due,
      ),
    });
  },
});
