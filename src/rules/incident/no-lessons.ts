import { asksForLessons } from '../../analysis/asked.ts';
import { hasText } from '../../analysis/control.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'incident/no-lessons',
  severity: 'warning',
  clause: 'A.5.27',
  summary: 'A major incident is resolved, but nothing was learnt from it.',
  why: 'What an incident teaches is used to strengthen the controls. Auditors follow an incident to the change that came of it.',
  remedy: 'Hold a review of the incident and write what was learnt in `lessons:`.',
  asks: ['lessons'],
  example: {
    bad: 'incident INC-1 "Database encrypted" {\n  severity: major\n  resolved: 2026-01-16\n}',
    good: 'incident INC-1 "Database encrypted" {\n  severity: major\n  resolved: 2026-01-16\n  lessons: "Backups have to be out of reach of administrators"\n}',
  },
  on: ['Incident'],
  check(incident, { report }) {
    if (!incident.resolved || !asksForLessons(incident) || hasText(incident.lessons)) return;
    report({
      at: incident.lessons ?? incident.resolved,
      message: saying(
        '{0} is resolved without lessons; write in `lessons:` what was learnt and changed.',
        labelled(incident),
      ),
    });
  },
  fix: ({ declaration }, context) =>
    declaration.lessons
      ? []
      : [
          {
            title: say('Add lessons'),
            edits: [insertProperty(declaration, context.textOf(declaration), 'lessons: ""', 'resolved', 'severity')],
            preferred: true,
          },
        ],
});
