import { isPast } from '../../analysis/deadline.ts';
import { isOpenMajor } from '../../analysis/finding.ts';
import { label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'finding/major-open',
  severity: 'warning',
  clause: '10.2',
  summary: 'A major nonconformity is open.',
  why: 'No certificate is issued while a major nonconformity is open, and one that exists is suspended if it is not closed within months.',
  remedy: 'Correct it, remove its cause, show that this worked, then set `closed:` and `effective:`.',
  example: {
    bad: 'finding NC-1 "No management review" {\n  severity: major\n  due: 2026-07-01\n}',
    good: 'finding NC-1 "No management review" {\n  severity: major\n  due: 2026-07-01\n  closed: 2026-05-20\n}',
    asOf: '2026-06-01',
  },
  on: ['Finding'],
  check(finding, { report, asOf }) {
    const { severity, due } = finding;
    // One that is overdue is told to be overdue.
    if (!severity || !isOpenMajor(finding) || isPast(due, asOf)) return;
    report({
      at: severity,
      message: `${label(finding)} is an open major nonconformity; remove its cause and set \`closed:\`, else no certificate is issued or kept.`,
    });
  },
});
