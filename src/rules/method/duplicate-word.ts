import type { Located } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { isSecond, writtenScales } from './_method.ts';

export default rule({
  code: 'method/duplicate-word',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'A word stands twice on a scale or among the levels.',
  why: 'A risk that uses the word could mean either step; only the first one counts.',
  remedy: 'Give each step and each level a word of its own.',
  example: {
    bad: 'method "Ours" {\n  impact { 1: minor 2: severe 3: severe }\n}',
    good: 'method "Ours" {\n  impact { 1: minor 2: serious 3: severe }\n}',
  },
  on: ['Method'],
  damagedToo: true,
  check(method, context) {
    if (isSecond(context, method)) return;
    const check = (name: string, words: readonly Located<string>[]): void => {
      const seen = new Set<string>();
      for (const word of words) {
        if (seen.has(word.value)) {
          context.report({
            at: word,
            message: saying('{0} stands in `{1}` already; give each step a word of its own.', word.value, name),
          });
        }
        seen.add(word.value);
      }
    };
    for (const { name, steps } of writtenScales(method))
      check(
        name,
        steps.map(({ label }) => label),
      );
    check(
      'levels',
      method.levels.flatMap(({ bands }) => bands.flatMap(({ label }) => label ?? [])),
    );
  },
});
