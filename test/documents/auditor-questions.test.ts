/**
 * What an auditor asks of each document, by clause: the example answers it, in the data and in what people read. The questions
 * stand in auditor-questions.json, each with the path of its answer in the data.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/documents/blocks.ts';
import { artefacts } from '../../src/documents/generated/list.ts';
import { readProse } from '../../src/documents/prose.ts';
import { proseText } from '../../src/formats/shared/text.ts';
import { exampleFiles } from '../examples/files.ts';
import { built, open, textOf } from './open.ts';

interface Question {
  readonly clause: string;
  readonly question: string;
  /** `risks[].owner.title`: the title of the owner of every risk. */
  readonly answer: string;
  /** How many answers there are at least; one, if left out. */
  readonly count?: number;
}

const questions: Readonly<Record<string, readonly Question[]>> = JSON.parse(
  readFileSync(new URL('auditor-questions.json', import.meta.url), 'utf8'),
);

const example = open(exampleFiles('acme-cloud'));

test('every document is asked', () => {
  expect(Object.keys(questions).sort()).toEqual(artefacts.map(({ id }) => id));
});

describe.each(Object.entries(questions))('%s', async (id, asked) => {
  const data = built(example, id).data();
  const text = flat(await textOf(example, id, 'text'));

  test.each(asked.map(one => [one.clause, one.question, one] as const))('%s: %s', (_, __, { answer, count = 1 }) => {
    const answers = valuesAt(data, answer.split('.')).filter(value => value !== null && value !== '');
    expect(answers.length).toBeGreaterThanOrEqual(count);
    expect(answers.filter(value => !isShown(value, text)).slice(0, 3)).toEqual([]);
  });

  test('an ISMS that says nothing is answered nothing', () => {
    const nothing = built(open(['isms Small {\n}\n']), id).data();
    // What the standard itself names is there whatever the ISMS says.
    const own = asked.filter(
      ({ answer }) => !/^(controls\[\]\.(id|title|decision)|stages|information|frameworks)/.test(answer),
    );
    for (const { answer } of own) {
      expect(
        valuesAt(nothing, answer.split('.')).filter(value => value !== null && value !== 0),
        answer,
      ).toEqual([]);
    }
  });
});

/** All values at a path. */
function valuesAt(value: JsonValue, path: readonly string[]): JsonValue[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  const next = (value as Readonly<Record<string, JsonValue>>)[step.replace('[]', '')];
  if (next === undefined) throw new Error(`The data have no ${path.join('.')}.`);
  const all = step.endsWith('[]') ? (next as readonly JsonValue[]) : [next];
  return all.flatMap(one => valuesAt(one, rest));
}

/** Words whatever their line breaks are. */
function flat(words: string): string {
  return words.replace(/\s+/g, ' ');
}

/** Whether people can read it in the document: a text in its own words, a word of the language without its hyphens. */
function isShown(value: JsonValue, text: string): boolean {
  if (typeof value === 'boolean') return /\b(?:yes|no)\b/.test(text);
  const words = String(value);
  return [words, proseText(readProse(words)), words.replaceAll('-', ' ')].some(one => text.includes(flat(one).trim()));
}
