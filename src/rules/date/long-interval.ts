import { periodOf } from '../../analysis/deadline.ts';
import { isLong } from '../../analysis/horizon.ts';
import type { Interval } from '../../model/declaration.ts';
import { findTrait } from '../../model/traits.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

const recurring = findTrait(property => property.recurring !== undefined);

export default rule({
  code: 'date/long-interval',
  severity: 'info',
  moment: 'stage1',
  summary: 'Something is reviewed or measured less often than every three years.',
  why: 'The standard leaves the intervals to the organisation. But within three years a certificate has to be renewed, and what is looked at less often is not seen once in a cycle.',
  remedy: 'Choose an interval of at most three years; risks, documents and suppliers are mostly reviewed each year.',
  example: {
    bad: 'supplier HostingProvider "Hosting provider" {\n  review: every 10 years\n}',
    good: 'supplier HostingProvider "Hosting provider" {\n  review: every 12 months\n}',
  },
  on: recurring.kinds,
  damagedToo: true,
  check(declaration, { report }) {
    for (const { node, property, value } of recurring.in(declaration)) {
      const interval = value as Interval;
      const period = periodOf(interval);
      if (!period || !isLong(period)) continue;
      report({
        at: { start: interval.$start, end: interval.$end },
        message: saying(
          '`{0}:` of {1} is every {2}, less often than once in three years; choose a shorter interval.',
          property.key,
          shortLabel(node),
          saying(`{0} ${period.unit}`, period.count),
        ),
      });
    }
  },
});
