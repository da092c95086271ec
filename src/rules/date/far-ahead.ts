import { farAhead } from '../../analysis/horizon.ts';
import type { Kind, Located } from '../../model/declaration.ts';
import { findTrait } from '../../model/traits.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

/** Plans, which something ends; that somebody leaves is none. */
const planned = findTrait(property => (property.planned?.until.length ?? 0) > 0);

export default rule({
  code: 'date/far-ahead',
  severity: 'info',
  moment: 'stage1',
  summary: 'A plan, an acceptance or an exception runs for more than three years.',
  why: 'Within three years a certificate has to be renewed, and everything is looked at again. What is due later is not planned but put off, and an acceptance until 2099 is one for ever.',
  remedy: 'Set a date within three years, with a first step if the whole takes longer.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  action "Second data centre" {\n    due: 2035-12-31\n  }\n}',
    good: 'risk R-1 "Loss of the database" {\n  action "Decide on a second data centre" {\n    due: 2026-12-31\n  }\n}',
    asOf: '2026-06-01',
  },
  on: [...new Set<Kind>([...planned.kinds, 'Risk', 'Exception'])],
  damagedToo: true,
  check(declaration, context) {
    for (const { node, property, value } of planned.in(declaration)) {
      const date = value as Located<string>;
      // Asked for only where there is a date, so that a new day concerns no other declaration.
      const day = farAhead(date, context.asOf);
      if (!day) continue;
      context.report({
        at: date,
        message: `\`${property.key}:\` of ${shortLabel(node)} is ${day}, more than three years ahead; set a date by which somebody looks at it.`,
      });
    }
    const approval =
      declaration.$type === 'Risk'
        ? declaration.accepted
        : declaration.$type === 'Exception'
          ? declaration.approved
          : undefined;
    const until = approval?.until && farAhead(approval.until, context.asOf);
    if (!approval?.until || !until) return;
    context.report({
      at: approval.until,
      message: `${shortLabel(declaration)} is ${declaration.$type === 'Risk' ? 'accepted' : 'approved'} until ${until}, more than three years ahead; decide again before that.`,
    });
  },
});
