import { isPast } from '../../analysis/deadline.ts';
import { blocksCertificate } from '../../analysis/finding.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'finding/major-open',
  severity: 'warning',
  clause: 'ISO/IEC 17021-1, 9.5.3.2, 9.6',
  summary: 'A major nonconformity of the certification body is open.',
  why: 'The certification body decides only after it has verified that a major nonconformity was corrected and its cause removed; a certificate that exists is suspended otherwise. A major of an internal audit blocks nothing: auditors want to see it found and worked on.',
  remedy:
    'Correct it, remove its cause and show the certification body that this worked; set `closed:` once it has verified it.',
  example: {
    bad: 'audit Stage2 "Stage 2" { kind: external }\nfinding NC-1 "No management review" {\n  audit: Stage2\n  severity: major\n  due: 2026-07-01\n}',
    good: 'audit Stage2 "Stage 2" { kind: external }\nfinding NC-1 "No management review" {\n  audit: Stage2\n  severity: major\n  due: 2026-07-01\n  closed: 2026-05-20\n}',
    asOf: '2026-06-01',
  },
  on: ['Finding'],
  check(finding, context) {
    const { severity, due } = finding;
    // One that is overdue is told to be overdue.
    if (!severity || !blocksCertificate(context, finding) || isPast(due, context.asOf)) return;
    context.report({
      at: severity,
      message: saying(
        '{0} is an open major of the certification body: correct it and remove its cause, since the body decides only after it has verified both.',
        labelled(finding),
      ),
    });
  },
});
