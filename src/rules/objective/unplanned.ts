import { isMeasured } from '../../analysis/asked.ts';
import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'objective/unplanned',
  severity: 'warning',
  clause: '6.2 j–l',
  summary: 'It is not planned who reaches an objective, until when, or how the result is evaluated.',
  why: 'The plan for an objective says who is responsible, when it is to be reached and how the results are evaluated. Auditors ask for each of them.',
  remedy: 'Add `owner:`, `due:` and `evaluation:`; a metric of the objective counts as its evaluation.',
  asks: ['owner', 'due', 'evaluation'],
  example: {
    bad: 'objective PatchTime "Critical patches in 7 days" {\n  target: "95 %"\n}',
    good: 'role Ciso "Security officer"\nobjective PatchTime "Critical patches in 7 days" {\n  owner: Ciso\n  target: "95 %"\n  due: 2026-12-31\n  evaluation: "Share per month in the patch report"\n}',
  },
  on: ['Objective'],
  check(objective, context) {
    const missing: string[] = [];
    if (!objective.owner) missing.push('owner');
    if (!objective.due) missing.push('due');
    if (!hasText(objective.evaluation) && !isMeasured(context, objective)) missing.push('evaluation');
    if (!missing.length) return;
    context.report({
      at: nameSpan(objective),
      message: saying('{0} is not fully planned; add {1}.', labelled(objective), keysOf(missing)),
    });
  },
});
