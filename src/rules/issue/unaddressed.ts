import { isExplained } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'issue/unaddressed',
  severity: 'info',
  clause: '6.1.1',
  summary: 'Nothing says what follows from an issue.',
  why: 'The issues are considered when risks and opportunities are determined. An auditor follows one from the context to the risk register, and one that leads nowhere was only listed.',
  remedy: 'Name the risks through which it is addressed in `risks:`, or say in `description:` what follows from it.',
  asks: ['risks', 'description'],
  example: {
    bad: 'issue Growth "From 40 to 60 people in a year" {\n  kind: internal\n}',
    good: 'issue Growth "From 40 to 60 people in a year" {\n  kind: internal\n  risks: R-1\n}\nrisk R-1 "Newcomers keep rights of a former role" {}',
  },
  on: ['Issue'],
  check(issue, { report }) {
    if (issue.risks.length || isExplained(issue)) return;
    report({
      at: nameSpan(issue),
      message: saying(
        'Nothing says what follows from {0}; name its risks in `risks:`, or say it in `description:`.',
        labelled(issue),
      ),
    });
  },
});
