import type { Span } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'syntax/duplicate-key',
  aliases: ['risk/repeated-level'],
  severity: 'error',
  summary: 'A property, or a `current` or `residual` block, is given twice in the same declaration.',
  why: 'Only one of the two counts, and a reader does not know which.',
  remedy: 'Keep one of the two. Several values of one property are written in a list: `assets: Crm, Wiki`.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  owner: Ceo\n  owner: Ciso\n}',
    good: 'risk R-1 "Loss of the database" {\n  owner: Ceo\n}',
  },
  // Properties are compared while they are read; blocks may repeat in general, and so are compared here.
  on: ['Risk'],
  damagedToo: true,
  check(risk, { report }) {
    for (const feature of ['current', 'residual']) {
      const blocks: readonly Span[] = risk.$keys.filter(key => key.feature === feature);
      for (const at of blocks.slice(1)) {
        report({ at, message: saying("'{0}' is given twice here; keep one of the two.", feature) });
      }
    }
  },
});
