import { contradictedTarget, isEmptyRange } from '../../analysis/metric.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel, shortText } from '../wording.ts';

export default rule({
  code: 'metric/contradictory-target',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.2 b, 9.1',
  summary: 'The target of a metric contradicts itself: no value can meet it, or its words and its numbers differ.',
  why: 'Results are evaluated against the target. Where it says two things, each result meets one of them and misses the other, and nobody can tell what was agreed.',
  remedy:
    'Correct `at-least:` or `at-most:`, or the words of `target:`; leave `target:` out if the numbers say it all.',
  example: {
    bad: 'metric Triage "Minutes to triage" {\n  target: "at most 15 minutes"\n  at-most: 60\n  unit: "minutes"\n}',
    good: 'metric Triage "Minutes to triage" {\n  target: "at most 15 minutes"\n  at-most: 15\n  unit: "minutes"\n}',
  },
  on: ['Metric'],
  damagedToo: true,
  check(metric, { report }) {
    const { atLeast, atMost, target } = metric;
    if (atLeast && atMost && isEmptyRange(metric)) {
      report({
        at: atLeast,
        message: saying(
          'No value of {0} can be at least {1} and at most {2}; correct one of the two.',
          shortLabel(metric),
          atLeast.value,
          atMost.value,
        ),
      });
      return;
    }
    const words = contradictedTarget(metric);
    if (!target || words === undefined) return;
    report({
      at: target,
      message: saying(
        'The target of {0} says "{1}", but its numbers say something else; correct one of the two.',
        shortLabel(metric),
        shortText(words),
      ),
    });
  },
});
