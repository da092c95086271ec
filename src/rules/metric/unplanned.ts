import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'metric/unplanned',
  severity: 'warning',
  clause: '9.1 b–d',
  summary: 'It is not said how a metric is measured, how often, or by whom.',
  why: 'What is monitored, with which method, when and by whom has to be determined, so that results can be compared and repeated.',
  remedy: 'Add `method:`, `measured:` with the interval, and `owner:`.',
  asks: ['method', 'measured', 'owner'],
  example: {
    bad: 'metric PatchLatency "Days to patch" {\n  target: "at most 7 days"\n}',
    good: 'role Ciso "Security officer"\nmetric PatchLatency "Days to patch" {\n  target: "at most 7 days"\n  method: "Median of the scanner’s export"\n  measured: every 1 months\n  owner: Ciso\n}',
  },
  on: ['Metric'],
  check(metric, { report }) {
    const missing: string[] = [];
    if (!hasText(metric.method)) missing.push('method');
    if (!metric.measured) missing.push('measured');
    if (!metric.owner) missing.push('owner');
    if (!missing.length) return;
    report({
      at: nameSpan(metric),
      message: saying('{0} is not fully planned; add {1}.', labelled(metric), keysOf(missing)),
    });
  },
});
