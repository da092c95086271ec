import { levelOf, missingParts, possibleScores, reachedLevels, readMethod } from '../../analysis/method.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/unreachable-level',
  severity: 'warning',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'A level is given to no combination of likelihood and impact.',
  why: 'A level that no risk can have is mostly a slip: scores from another formula, a step that is missing, or a word missing in the matrix.',
  remedy:
    'Compare the scores of the levels with what the formula yields, or the matrix with the levels, or delete the level.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  formula: sum\n  levels { low: 1..3 high: 4 critical: 5..9 }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  formula: sum\n  levels { low: 1..3 high: 4 }\n}',
  },
  on: ['Method'],
  check(declaration, context) {
    const method = readMethod(declaration);
    if (isSecond(context, declaration) || missingParts(method).length) return;
    const reached = reachedLevels(method);
    const scores = possibleScores(method);
    const lowest = scores[0] ?? 0;
    const highest = scores.at(-1) ?? 0;
    const { matrix } = method;
    // Faulty scores and gaps of the matrix have diagnostics of their own; a word that is not a level may have been meant for this one.
    const isFaulty = matrix
      ? method.likelihood.some(({ label }) => (matrix[label]?.length ?? 0) < method.impact.length) ||
        Object.values(matrix).some(cells => cells.some(cell => !levelOf(method, cell)))
      : method.levels.some(({ from, to }) => from === undefined || to === undefined || to < from);
    if (isFaulty) return;
    const seen = new Set<string>();
    for (const { label } of declaration.levels.flatMap(({ bands }) => bands)) {
      if (!label || reached.has(label.value) || seen.has(label.value)) continue;
      seen.add(label.value);
      context.report({
        at: label,
        message: matrix
          ? saying('No cell of the matrix has the level {0}; use it in the matrix, or delete it.', label.value)
          : saying(
              'No combination of likelihood and impact reaches {0}: the scores go from {1} to {2}. Correct its scores, or delete it.',
              label.value,
              lowest,
              highest,
            ),
      });
    }
  },
});
