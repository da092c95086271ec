import { asksForTarget } from '../../analysis/asked.ts';
import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'metric/no-target',
  severity: 'info',
  summary: 'A metric has no target.',
  why: 'The standard asks that results are evaluated, and not for a target. But without one a figure says neither that all is well nor that something has to be done.',
  remedy: 'Add `target:`, or name with `objective:` the objective whose target it measures.',
  asks: ['target'],
  example: {
    bad: 'metric PatchLatency "Days to patch" {\n  measured: every 1 months\n}',
    good: 'metric PatchLatency "Days to patch" {\n  target: "at most 7 days"\n  measured: every 1 months\n}',
  },
  on: ['Metric'],
  check(metric, { report }) {
    // The target of its objective counts; if that has none, the objective is told to be without.
    if (hasText(metric.target) || !asksForTarget(metric)) return;
    report({
      at: metric.target ?? nameSpan(metric),
      message: saying('{0} has no target; add `target:`, so that its results can be judged.', labelled(metric)),
    });
  },
  fix: ({ declaration }, context) =>
    declaration.target
      ? []
      : [
          {
            title: say('Add a target'),
            edits: [insertProperty(declaration, context.textOf(declaration), 'target: ""', 'objective', 'controls')],
            preferred: true,
          },
        ],
});
