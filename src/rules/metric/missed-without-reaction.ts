import { isExplained } from '../../analysis/control.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { resultOf } from '../../analysis/metric.ts';
import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'metric/missed-without-reaction',
  severity: 'warning',
  clause: '9.1, 10.2',
  summary: 'The last result of a metric missed its target, and nothing says what follows.',
  why: 'Results are there to be evaluated and acted on. A missed target that leads to no finding, action or decision is what auditors look for in old reports.',
  remedy:
    'Say in `description:` of the result why it is missed and what is done, or record a `finding` that names the metric’s controls.',
  example: {
    bad: 'metric Uptime "Availability of the service" {\n  at-least: 99.5\n  result "May" { on: 2026-05-31  value: 98.9 }\n}',
    good: 'metric Uptime "Availability of the service" {\n  at-least: 99.5\n  result "May" {\n    on: 2026-05-31\n    value: 98.9\n    description: "Outage of 4 May; the provider adds a second line until July"\n  }\n}',
    asOf: '2026-06-01',
  },
  on: ['Metric'],
  check(metric, context) {
    const dated = metric.results.filter(result => dateOf(result.on));
    const last = dated.toSorted((a, b) => ((dateOf(a.on) ?? '') < (dateOf(b.on) ?? '') ? -1 : 1)).at(-1);
    if (!last || isExplained(last)) return;
    const isMet = resultOf(metric, last) ?? (last.met?.value === 'no' ? false : undefined);
    if (isMet !== false) return;
    const hasReaction = metric.controls.some(({ name }) =>
      context.users(name, 'Control', 'Finding').some(({ closed }) => !closed),
    );
    if (hasReaction) return;
    context.report({
      at: nameSpan(last),
      message: `${label(metric)} missed its target on ${dateOf(last.on)}; say in \`description:\` of the result what follows, or record a finding.`,
    });
  },
});
