import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { isSecond, writtenScales } from './_method.ts';

export default rule({
  code: 'method/scale-not-ascending',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'The numbers of a scale do not ascend.',
  why: 'A scale goes from its lowest step to its highest. Two steps with one number cannot be told apart in a score, and a matrix counts the steps in their order.',
  remedy: 'Number the steps upwards, each with a number of its own, the lowest first.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 3: likely 2: possible }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: possible 3: likely }\n}',
  },
  on: ['Method'],
  damagedToo: true,
  check(method, context) {
    if (isSecond(context, method)) return;
    for (const { name, steps } of writtenScales(method)) {
      for (const [index, step] of steps.entries()) {
        const before = steps[index - 1];
        if (!before || before.value.value < step.value.value) continue;
        context.report({
          at: step.value,
          message: saying(
            'In `{0}`, {1} ({2}) follows {3} ({4}); number the steps upwards, the lowest first.',
            name,
            step.label.value,
            step.value.value,
            before.label.value,
            before.value.value,
          ),
        });
      }
    }
  },
});
