import { riskMethod } from '../../analysis/method.ts';
import { nearestMeant } from '../../language/nearest.ts';
import { listSaying, say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'asset/off-scale',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'The value of an asset is not a word of the value scale.',
  why: 'Values are comparable only if all are taken from the same scale.',
  remedy:
    'Use a word of the scale, or add the word to the `values` of the method. Without them the scale is low, medium, high.',
  example: {
    bad: 'method "Ours" {\n  values { 1: normal 2: high }\n}\nasset CustomerDb "Customer database" {\n  confidentiality: medium\n}',
    good: 'method "Ours" {\n  values { 1: normal 2: high }\n}\nasset CustomerDb "Customer database" {\n  confidentiality: high\n}',
  },
  on: ['Asset'],
  damagedToo: true,
  check(asset, { report, get }) {
    const words = get(riskMethod)?.values.map(step => step.label);
    if (!words?.length) return;
    for (const property of ['confidentiality', 'integrity', 'availability'] as const) {
      const value = asset[property];
      if (!value || words.includes(value.value)) continue;
      report({
        at: value,
        message: saying(
          "'{0}' is not on the value scale for the {1} of {2}; write {3}.",
          value.value,
          saying(property),
          labelled(asset),
          listSaying(words.slice(0, 6), 'or'),
        ),
      });
    }
  },
  fix({ declaration, at }, context) {
    const words = context.get(riskMethod)?.values.map(step => step.label) ?? [];
    const written = context.textOf(declaration).slice(at.start, at.end);
    const near = nearestMeant(written, words, 2);
    return [...near, ...words.filter(word => !near.includes(word))].slice(0, 5).map(word => ({
      title: say('Change to {0}', word),
      decides: true,
      edits: [{ declaration, start: at.start, end: at.end, text: word }],
    }));
  },
});
