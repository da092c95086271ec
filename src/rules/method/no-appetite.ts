import { levelOf, readMethod } from '../../analysis/method.ts';
import { nearestMeant } from '../../language/nearest.ts';
import { nameSpan } from '../../model/declaration.ts';
import { listSaying, say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';
import { isSecond } from './_method.ts';

export default rule({
  code: 'method/no-appetite',
  severity: 'error',
  clause: '6.1.2 a 1',
  summary: 'The method does not say which level of risk is acceptable, or accepts all of them.',
  why: 'The acceptance criteria decide which risks need treatment and which remain. Management sets them before any risk is rated. An appetite at the highest level decides nothing: every risk is within it.',
  remedy: 'Add `appetite:` with the highest level that is accepted without treatment.',
  asks: ['appetite'],
  example: {
    bad: 'method "Ours" {\n  levels { low: 1..4 medium: 5..9 high: 10..25 }\n}',
    good: 'method "Ours" {\n  levels { low: 1..4 medium: 5..9 high: 10..25 }\n  appetite: low\n}',
  },
  on: ['Method'],
  check(declaration, context) {
    if (isSecond(context, declaration)) return;
    const method = readMethod(declaration);
    const { appetite } = declaration;
    const words = method.levels.map(level => level.label);
    if (!appetite) {
      context.report({
        at: nameSpan(declaration),
        message: saying(
          '{0} does not say what is acceptable; add `appetite:` with the highest level accepted without treatment.',
          shortLabel(declaration),
        ),
        data: words,
      });
    } else if (words.length && !levelOf(method, appetite.value)) {
      const near = nearestMeant(appetite.value, words, 3);
      context.report({
        at: appetite,
        message: saying(
          'The appetite {0} is none of the levels; write {1}.',
          appetite.value,
          listSaying(words.slice(0, 6), 'or'),
        ),
        data: [...near, ...words.filter(word => !near.includes(word))],
      });
    } else if (words.length && appetite.value === words.at(-1)) {
      context.report({
        at: appetite,
        message: saying(
          'The appetite {0} is the highest level, so that every risk is acceptable; name the highest level that is.',
          appetite.value,
        ),
        data: [],
      });
    }
  },
  fix({ declaration, data }, context) {
    const { appetite } = declaration;
    const source = context.textOf(declaration);
    return (data as readonly string[]).slice(0, 6).map(word => ({
      title: appetite ? say('Change to {0}', word) : say('Accept risks up to {0}', word),
      edits: [
        appetite
          ? { declaration, start: appetite.start, end: appetite.end, text: word }
          : insertProperty(declaration, source, `appetite: ${word}`, 'levels', 'matrix'),
      ],
      decides: true,
    }));
  },
});
