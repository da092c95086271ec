import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/unused-scores',
  severity: 'info',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'The method has a matrix, and a formula or scores of levels beside it that decide nothing.',
  why: 'Two ways to a level lead to two levels sooner or later. Whoever reads the formula computes another result than the register has.',
  remedy:
    'Keep the matrix and leave out `formula:` and the scores of the levels, or keep these and leave out the matrix.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  formula: product\n  levels { low high }\n  matrix {\n    rare: low, low\n    likely: low, high\n  }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low high }\n  matrix {\n    rare: low, low\n    likely: low, high\n  }\n}',
  },
  on: ['Method'],
  check(method, context) {
    if (isSecond(context, method) || !method.matrix.some(({ rows }) => rows.length)) return;
    const band = method.levels.flatMap(({ bands }) => bands).find(({ from }) => from);
    if (!method.formula && !band) return;
    context.report({
      at: keySpan(method, 'formula') ?? band?.from ?? nameSpan(method),
      message: saying(
        method.formula
          ? band
            ? 'The levels of {0} follow from its matrix; leave out `formula:` and the scores of the levels, which decide nothing, or the matrix.'
            : 'The levels of {0} follow from its matrix; leave out `formula:`, which decides nothing, or the matrix.'
          : 'The levels of {0} follow from its matrix; leave out the scores of the levels, which decide nothing, or the matrix.',
        shortLabel(method),
      ),
    });
  },
});
