import { hasMeasuredTarget } from '../../analysis/asked.ts';
import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'objective/not-measurable',
  severity: 'warning',
  clause: '6.2 b',
  summary: 'An objective has no target.',
  why: 'Objectives are to be measurable where practicable. Without a target nobody can say whether it was reached.',
  remedy:
    'Add `target:` with a figure, such as "95 % within 7 days", or a metric with a target that measures the objective.',
  asks: ['target'],
  example: {
    bad: 'objective PatchTime "Critical patches quickly" {\n  due: 2026-12-31\n}',
    good: 'objective PatchTime "Critical patches quickly" {\n  target: "95 % within 7 days"\n  due: 2026-12-31\n}',
  },
  on: ['Objective'],
  check(objective, context) {
    if (hasText(objective.target) || hasMeasuredTarget(context, objective)) return;
    context.report({
      at: objective.target ?? nameSpan(objective),
      message: saying(
        '{0} has no target, so nobody can say later whether it was reached; add `target:`, or a metric with a target.',
        shortLabel(objective),
      ),
    });
  },
  fix: ({ declaration }, context) =>
    declaration.target
      ? []
      : [
          {
            title: say('Add a target'),
            edits: [insertProperty(declaration, context.textOf(declaration), 'target: ""', 'owner')],
            preferred: true,
          },
        ],
});
