import { isAnalysed } from '../../analysis/risk.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/no-assessment-date',
  severity: 'info',
  clause: '8.2',
  summary: 'A risk does not say when it was assessed.',
  why: 'Risks are assessed at planned intervals and after changes. Without a date nobody can tell whether that happens, or when the next assessment is due.',
  remedy: 'Add `assessed:` with the date of the last assessment.',
  asks: ['assessed'],
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  likelihood: possible\n  impact: severe\n}',
    good: 'risk R-1 "Loss of the database" {\n  likelihood: possible\n  impact: severe\n  assessed: 2026-03-04\n}',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, { report }) {
    if (risk.assessed || !isAnalysed(risk)) return;
    report({
      at: nameSpan(risk),
      message: saying('{0} does not say when it was assessed; add `assessed:` with the date.', labelled(risk)),
    });
  },
});
