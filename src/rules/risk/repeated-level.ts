import type { Span } from '../../model/declaration.ts';
import { label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'risk/repeated-level',
  severity: 'error',
  clause: '7.5.2 b',
  summary: 'A risk has two `current` or two `residual` blocks.',
  why: 'Only the first of them counts, and a reader does not know which is meant.',
  remedy: 'Keep one of the two.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  residual { likelihood: rare }\n  residual { impact: minor }\n}',
    good: 'risk R-1 "Loss of the database" {\n  residual { likelihood: rare  impact: minor }\n}',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, { report }) {
    for (const feature of ['current', 'residual']) {
      const keys: readonly Span[] = risk.$keys.filter(key => key.feature === feature);
      for (const at of keys.slice(1)) {
        report({
          at,
          message: `${label(risk)} has a \`${feature}\` block already, and only the first one counts; keep one of them.`,
        });
      }
    }
  },
});
