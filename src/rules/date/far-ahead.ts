import { farAhead } from '../../analysis/horizon.ts';
import type { Kind, Located } from '../../model/declaration.ts';
import { findTrait } from '../../model/traits.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

/** What is planned; that somebody leaves is no plan of the ISMS. */
const planned = findTrait(property => property.planned !== undefined && property.key !== 'left');

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
        message: saying(
          '`{0}:` of {1} is {2}, more than three years ahead; set a date by which somebody looks at it.',
          property.key,
          shortLabel(node),
          day,
        ),
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
      message: saying(
        declaration.$type === 'Risk'
          ? '{0} is accepted until {1}, more than three years ahead; decide again before that.'
          : '{0} is approved until {1}, more than three years ahead; decide again before that.',
        shortLabel(declaration),
        until,
      ),
    });
  },
});
