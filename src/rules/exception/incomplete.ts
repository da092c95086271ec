import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { listSaying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'exception/incomplete',
  severity: 'warning',
  clause: 'A.5.1',
  summary:
    'An exception does not say who answers for it, why it is needed, which risk it brings, or what it departs from.',
  why: 'Whoever approves a departure from a policy has to know why it is needed and what may happen. Without that the approval is worth little, and nobody ends the exception when its reason is gone.',
  remedy: 'Add `owner:`, `justification:` and `risk:` with the risk that the exception brings.',
  asks: ['owner', 'justification', 'risk'],
  example: {
    bad: 'role Cto "Chief technology officer"\nexception EXC-1 "Old API without MFA" {\n  approved: 2026-02-26 by Cto until 2026-12-31\n}',
    good: 'role Cto "Chief technology officer"\nrisk R-1 "Takeover of an old API key" {}\nexception EXC-1 "Old API without MFA" {\n  controls: A.8.5\n  owner: Cto\n  justification: "One customer moves in autumn"\n  risk: R-1\n  approved: 2026-02-26 by Cto until 2026-12-31\n}',
  },
  on: ['Exception'],
  check(exception, { report }) {
    const missing = [
      ...(exception.owner ? [] : ['`owner:`']),
      ...(hasText(exception.justification) ? [] : ['`justification:`']),
      ...(exception.risks.length ? [] : ['`risk:`']),
      ...(exception.controls.length || exception.policies.length
        ? []
        : [listSaying(['`controls:`', '`policies:`'], 'or')]),
    ];
    if (!missing.length) return;
    report({
      at: nameSpan(exception),
      message: saying(
        '{0} leaves out what its approver has to know; add {1}.',
        labelled(exception),
        listSaying(missing),
      ),
    });
  },
});
