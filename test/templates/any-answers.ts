/** Answers to the questions of a new ISMS: any of them, also left out, with names of any characters that a name may have. */
import * as fc from 'fast-check';
import type { Answers } from '../../src/templates/questions.ts';
import { type Question, questions } from '../../src/templates/questions.ts';

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom('Acme B.V.', 'A "quoted" \\ name', 'x """ } {', '// no comment', 'Ünïcode ÅB', '[brackets]'),
);

const anyAnswer = ({ key, choices, several }: Question): fc.Arbitrary<unknown> => {
  if (key === 'people') return fc.integer({ min: 1, max: 100_000 });
  if (!choices.length) return name.map(text => text.replace(/\p{Cc}|\p{Cf}/gu, '').trim()).filter(text => text !== '');
  const words = choices.map(({ word }) => word);
  return several ? fc.shuffledSubarray(words, { minLength: 1 }) : fc.constantFrom(...words);
};

export const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(questions.map(question => [question.key, anyAnswer(question)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;
