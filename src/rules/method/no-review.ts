import { unreviewedRisks } from '../../analysis/method.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/no-review',
  severity: 'warning',
  clause: '8.2',
  summary: 'It is not said how often risks are assessed again.',
  why: 'Risks are assessed at planned intervals. Without an interval no assessment is ever late, and none is planned.',
  remedy: 'Add `review: every 12 months` to the method, or a `review:` to each risk.',
  asks: ['review'],
  example: {
    bad: 'method "Ours" {\n  appetite: low\n}\nrisk R-1 "Loss of the database" {}',
    good: 'method "Ours" {\n  appetite: low\n  review: every 12 months\n}\nrisk R-1 "Loss of the database" {}',
  },
  on: ['Method'],
  check(method, context) {
    if (method.review || isSecond(context, method) || !context.get(unreviewedRisks)) return;
    context.report({
      at: nameSpan(method),
      message: saying(
        '{0} does not say how often risks are assessed again; add `review: every 12 months`, for instance.',
        shortLabel(method),
      ),
    });
  },
  fix: ({ declaration }, context) =>
    declaration.review
      ? []
      : [
          {
            title: say('Assess risks every 12 months'),
            edits: [insertProperty(declaration, context.textOf(declaration), 'review: every 12 months', 'appetite')],
            decides: true,
          },
        ],
});
