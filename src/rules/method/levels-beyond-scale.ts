import { missingParts, possibleScores, reachedLevels, readMethod } from '../../analysis/method.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/levels-beyond-scale',
  severity: 'info',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'The highest level takes in scores that the scales cannot yield.',
  why: 'A level of 400 to 600 where 500 is the most that a risk can have looks graver than it can be, and hints that scale or formula are not those for which the levels were made.',
  remedy: 'End the highest level at the highest possible score, or correct scale or formula.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..6 }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n}',
  },
  on: ['Method'],
  check(declaration, context) {
    const method = readMethod(declaration);
    if (isSecond(context, declaration) || method.matrix || missingParts(method).length) return;
    const highest = possibleScores(method).at(-1);
    const reached = reachedLevels(method);
    for (const { label, from, to } of declaration.levels.flatMap(({ bands }) => bands)) {
      // A level that nothing reaches is told as such.
      if (!label || !from || !to || highest === undefined || to.value <= highest || !reached.has(label.value)) continue;
      context.report({
        at: to,
        message: saying(
          '{0} goes up to {1}, but {2} is the highest score that the scales yield; end it there, or correct the scales.',
          label.value,
          to.value,
          highest,
        ),
      });
    }
  },
});
