import { impactScale, riskMethod, type ScaleStep, stepOf } from '../../analysis/method.ts';
import { statedLevels } from '../../analysis/risk.ts';
import type { Located } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/step-number',
  severity: 'hint',
  moment: 'contradiction',
  summary: 'A likelihood or impact is written as the number of a step.',
  why: 'The number is understood. But its word says what it means, and stays true when the scale gets a step.',
  remedy: 'Write the word of the scale.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: possible 3: likely }\n  impact { 1: minor 2: serious 3: severe }\n  levels { low: 1..2 medium: 3..4 high: 5..9 }\n  appetite: medium\n}\nrisk R-1 "Loss of the database" {\n  likelihood: 3\n  impact: severe\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: possible 3: likely }\n  impact { 1: minor 2: serious 3: severe }\n  levels { low: 1..2 medium: 3..4 high: 5..9 }\n  appetite: medium\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n}',
  },
  on: ['Risk'],
  check(risk, { get, report }) {
    const method = get(riskMethod);
    if (!method) return;
    const tell = (scale: readonly ScaleStep[], word: Located<string> | undefined): void => {
      const step = stepOf(scale, word?.value);
      if (!word || !step || step.label === word.value) return;
      report({
        at: word,
        message: saying(
          '{0} names a step by its number, {1}; on the scale it is `{2}`. Write the word.',
          labelled(risk),
          word.value,
          step.label,
        ),
        data: step.label,
      });
    };
    for (const { likelihood, impact } of statedLevels(risk)) {
      tell(method.likelihood, likelihood);
      for (const { property, level } of impact) tell(impactScale(method, property?.value), level);
    }
  },
  // The same step in other words: nothing is decided.
  fix: ({ declaration, at, data }) => [
    {
      title: say('Write {0}', String(data)),
      edits: [{ declaration, start: at.start, end: at.end, text: String(data) }],
      preferred: true,
      safe: true,
    },
  ],
});
