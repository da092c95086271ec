import { isEmptyRange, meetsNumber, meetsWords, withTarget } from '../../analysis/metric.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled, shortText } from '../wording.ts';

export default rule({
  code: 'metric/result-contradicts-target',
  severity: 'error',
  moment: 'contradiction',
  clause: '9.1',
  summary: 'A result is said to meet its target, or to miss it, though its value says the opposite.',
  why: 'Results are evaluated against the target. Where the word and the number disagree, one of them is wrong, and management decides on it.',
  remedy: 'Correct `met:` or `value:`; or leave `met:` out, since it follows from the value.',
  example: {
    bad: 'metric Uptime "Availability of the service" {\n  at-least: 99.5\n  unit: "%"\n  result "June" { on: 2026-05-31  value: 98.9  met: yes }\n}',
    good: 'metric Uptime "Availability of the service" {\n  at-least: 99.5\n  unit: "%"\n  result "June" { on: 2026-05-31  value: 99.7  met: yes }\n}',
    asOf: '2026-06-01',
  },
  on: ['Metric'],
  check(metric, context) {
    // A target that nothing can meet is told itself.
    if (isEmptyRange(metric)) return;
    for (const result of metric.results) {
      if (!result.met) continue;
      const isMet = meetsNumber(metric, result) ?? meetsWords(withTarget(context, metric), result);
      if (isMet === undefined) continue;
      if ((result.met.value === 'yes') === isMet || !/^(yes|no)$/.test(result.met.value)) continue;
      context.report({
        at: result.met,
        message: saying(
          isMet
            ? 'A result of {0} meets the target of {1}; correct `met:`, or leave it out.'
            : 'A result of {0} misses the target of {1}; correct `met:`, or leave it out.',
          result.value?.value ?? shortText(result.title?.value ?? ''),
          labelled(metric),
        ),
      });
    }
  },
});
