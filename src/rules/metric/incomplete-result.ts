import { hasNumericTarget, withTarget } from '../../analysis/metric.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'metric/incomplete-result',
  severity: 'warning',
  clause: '9.1',
  summary: 'A result of a metric has no date, or nothing says whether it meets the target.',
  why: 'The standard asks when results are analysed and evaluated, and what came of it. A figure without a day or a judgement is neither, and a missed target looks like one that nobody has judged.',
  remedy: 'Add `on:` with the day of the result, and `met:`, or `value:` where the target is a number.',
  asks: ['on', 'met', 'value'],
  example: {
    bad: 'metric Uptime "Availability of the service" {\n  target: "99.5 %"\n  result "98.9 %" { on: 2026-05-31 }\n}',
    good: 'metric Uptime "Availability of the service" {\n  target: "99.5 %"\n  result "99.7 %" { on: 2026-05-31  met: yes }\n}',
    asOf: '2026-06-01',
  },
  on: ['Metric'],
  check(metric, context) {
    const { report } = context;
    for (const result of metric.results) {
      const isJudged = result.met || (result.value && hasNumericTarget(metric));
      if (!result.on) {
        report({
          at: nameSpan(result),
          message: saying(
            '{0} of {1} has no date; add `on:` with the day of the result.',
            shortLabel(result),
            shortLabel(metric),
          ),
        });
      } else if (!isJudged && (hasNumericTarget(metric) || withTarget(context, metric).target)) {
        report({
          at: nameSpan(result),
          message: saying(
            '{0} of {1} is not held against its target; add `met:`, or `value:` where the target is a number.',
            shortLabel(result),
            shortLabel(metric),
          ),
        });
      }
    }
  },
});
