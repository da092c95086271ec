import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

const grave: ReadonlySet<string> = new Set(['major', 'critical']);

export default rule({
  code: 'incident/no-risk',
  severity: 'warning',
  clause: '8.2, A.5.27',
  summary: 'A grave incident is over and names no risk that came true.',
  why: 'What happened is the best evidence of how likely and how bad a risk is. An incident that leads to no risk was not fed back into the assessment; a risk that nobody had seen has to be added.',
  remedy: 'Name in `risks:` what came true, and assess it again; declare the risk if nobody had seen it.',
  asks: ['risks'],
  example: {
    bad: 'incident INC-1 "Database encrypted" {\n  severity: major\n  detected: 2026-01-12\n  resolved: 2026-01-16\n}',
    good: 'risk R-1 "Extortion" {\n  assessed: 2026-01-20\n}\nincident INC-1 "Database encrypted" {\n  severity: major\n  risks: R-1\n  detected: 2026-01-12\n  resolved: 2026-01-16\n}',
    asOf: '2026-06-01',
  },
  on: ['Incident'],
  check(incident, { report }) {
    const { severity, resolved, risks } = incident;
    // While it lasts, there is something else to do; that it lasts too long is told as such.
    if (!severity || !grave.has(severity.value) || !resolved || risks.length) return;
    report({
      at: nameSpan(incident),
      message: saying(
        '{0} was {1}, but leads to no risk; name in `risks:` what came true, and assess it again.',
        labelled(incident),
        severity.value,
      ),
    });
  },
});
