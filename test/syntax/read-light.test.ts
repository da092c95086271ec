import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tables } from '../../src/language/generated/tables.ts';
import { readWithLangium } from '../../src/syntax/full/read-full.ts';
import { readLight } from '../../src/syntax/light/read-light.ts';
import { outlineOf } from '../../src/syntax/outline.ts';
import type { ReadResult } from '../../src/syntax/read.ts';
import { textValue } from '../../src/syntax/text/quoted-text.ts';
import { exampleDeclarations } from './corpus.ts';
import { declarationText } from './grammar-texts.ts';
import { mutate, mutation } from './mutations.ts';
import { Random } from './random.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 4000);

/** Names with their types, without their places. */
const named = (all: readonly { name: string; type: string }[] = []): unknown[] =>
  all.map(({ name, type }) => ({ name, type }));

/** The outline, and reading out of a longer text, have to tell the same as reading the whole. */
function staysTheSame(text: string, light: ReadResult | undefined): void {
  const { $type, $definitions, $references } = light?.declaration ?? {};
  const declared = $definitions?.map(({ name, type, start, node: { title } }) => {
    return { name, type, start, title: title?.value ?? '' };
  });
  const outline = light && { kind: $type, definitions: declared, references: named($references) };
  const found = outlineOf(text);
  const told = found && {
    ...found,
    definitions: found.definitions.map(({ title, ...rest }) => ({ ...rest, title: title && textValue(title) })),
  };
  expect({ text, outline: told }).toEqual({ text, outline });
  const before = '// before\n';
  const within = readLight(`${before}${text}\n"behind" /* "" */`, before.length, before.length + text.length);
  if (!isDeepStrictEqual(within, light)) expect({ text, within }).toEqual({ text, within: light });
}

/** Whether the light reader read a text; if it did, Langium has to agree in everything. */
function agrees(text: string): boolean {
  const light = readLight(text);
  staysTheSame(text, light);
  if (!light) return false;
  const full = readWithLangium(text);
  if (!isDeepStrictEqual(light, full) || !full.declaration?.$intact) {
    expect({ text, read: light }).toEqual({ text, read: full });
    throw new Error(`read alike but for what toEqual does not see: ${text}`);
  }
  return true;
}

const seed = fc.integer();

describe('the light reader', () => {
  test('reads all of the example, as Langium does', () => {
    const given = exampleDeclarations.filter(text => !agrees(text));
    expect(given).toEqual([]);
    expect(exampleDeclarations.length).toBeGreaterThan(400);
  });

  test('agrees with Langium on whatever the grammar allows', () => {
    let intact = 0;
    let givenUp = 0;
    fc.assert(
      fc.property(seed, from => {
        const text = declarationText(new Random(from));
        if (agrees(text)) intact++;
        else if (readWithLangium(text).declaration?.$intact) givenUp++;
      }),
      { numRuns: runs },
    );
    expect(givenUp / (intact + givenUp)).toBeLessThan(0.01);
    expect(intact).toBeGreaterThan(runs / 2);
  });

  test('agrees with Langium on damaged texts, where it does not give up', () => {
    const text = fc.oneof(
      fc.constantFrom(...exampleDeclarations),
      seed.map(from => declarationText(new Random(from))),
    );
    let read = 0;
    fc.assert(
      fc.property(text, fc.array(mutation, { minLength: 1, maxLength: 3 }), (whole, mutations) => {
        if (agrees(mutations.reduce(mutate, whole))) read++;
      }),
      { numRuns: runs },
    );
    expect(read).toBeGreaterThan(runs / 10);
  });

  test('knows every construct of the grammar', () => {
    expect(JSON.stringify(tables.productions)).not.toContain('"unknown"');
  });

  test.each([
    ['a missing brace', 'risk R "Title" {'],
    ['a key without a value', 'risk R { owner:  likelihood: low }'],
    ['a key of another declaration', 'risk R { stage1: 2026-01-01 }'],
    ['two declarations', 'risk R { } risk S { }'],
    ['an unclosed text', 'risk R "Title { }'],
    ['an unclosed text block', 'risk R { notes: """x }'],
    ['an unclosed comment', 'risk R { } /* x'],
    ['a character of no token', 'risk R { tags: a; b }'],
    ['no declaration', '// nothing'],
    ['no text', ''],
  ])('leaves to Langium: %s', (_, text) => {
    expect(readLight(text)).toBeUndefined();
  });

  test.each([
    ['a property of information as a level', 'risk R { impact: confidentiality, integrity major, availability }'],
    ['a level, then a key', 'risk R { impact: integrity likelihood: low }'],
    ['a ground as a reason', 'control C { because: covered-by, covered-by X, law-does-not-apply, R-1 }'],
    ['keys as names in pairs', 'mapping M { from: from to: to from -> to, tags to -> from tags: tags }'],
    ['numbers as names in pairs', 'mapping M { 9 -> 9.2, A.5.1 9.2 -> A.5.2 }'],
    [
      'keywords as names',
      'risk risk { owner: owner tags: by, until accepted: 2026-01-01 by by, until until 2026-02-01 }',
    ],
    ['an optional name that is a keyword', 'scope scope { }'],
    [
      'a step without a meaning before the next',
      'method { likelihood { 1: low 2: high "often" } levels { low low: 1..4 } }',
    ],
  ])('decides by the second token: %s', (_, text) => {
    expect(agrees(text)).toBe(true);
  });

  test('finds problems of values by itself', () => {
    const read = readLight('risk R {\n  assessed: 2026-02-30\n  assessed: 2026-02-28\n  treatment: modifi\n}');
    expect(read?.problems.map(({ code, start, end }) => [code, start, end])).toEqual([
      ['syntax/invalid-date', 21, 31],
      ['syntax/duplicate-key', 34, 42],
      ['syntax/unknown-value', 68, 74],
    ]);
    expect(read?.declaration?.$intact).toBe(true);
  });
});
