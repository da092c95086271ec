/** The scan that tells comments and quoted texts from everything else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tokens } from '../../../src/syntax/light/scanner.ts';
import { isSuppressed, suppressions } from '../../../src/syntax/suppressions.ts';
import { isLineComment, regionsOf } from '../../../src/syntax/text/regions.ts';
import { exampleFiles, exampleNames } from '../../examples/files.ts';

const shown = (text: string): string[] =>
  regionsOf(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

test.each([
  ['a "b // c" // d "e"\nf', ['string "b // c"', 'comment // d "e"']],
  ['/* "a" // b */ "c"', ['comment /* "a" // b */', 'string "c"']],
  ['"""a " b // c\n/* d""" e', ['text """a " b // c\n/* d"""']],
  ['"a \\" // b" // c', ['string "a \\" // b"', 'comment // c']],
  ['"open // a\n// b', ['string "open // a', 'comment // b']],
  ['/* open "a', ['comment /* open "a']],
  ['"""open // a', ['text """open // a']],
  ['// a\u2028b\r// c', ['comment // a\u2028b', 'comment // c']],
  ['"" // a', ['string ""', 'comment // a']],
  ['a / b', []],
])('%j', (text, regions) => expect(shown(text)).toEqual(regions));

test('agrees with the scanner of the light reader about what is in order', () => {
  const tokens = new Tokens();
  for (const [, text] of exampleNames().flatMap(exampleFiles)) {
    if (!tokens.scan(text, 0, text.length)) continue;
    const inTokens = Array.from({ length: tokens.count }, (_, index) => [tokens.starts[index], tokens.ends[index]]);
    const quoted = regionsOf(text).filter(({ kind }) => kind !== 'comment');
    expect(quoted.map(({ start, end }) => [start, end])).toEqual(
      inTokens.filter(([start]) => text[start as number] === '"'),
    );
  }
});

test('regions follow each other, whatever the text, and nothing outside begins one', () => {
  const pieces = fc.array(fc.constantFrom('"', '"""', '//', '/*', '*/', '\\', '\n', '\r', 'a', '{', '\u2028'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(pieces, parts => {
      const text = parts.join('');
      let reached = 0;
      for (const { start, end } of regionsOf(text)) {
        expect(text.slice(reached, start)).not.toMatch(/"|\/\/|\/\*/);
        expect(end).toBeGreaterThan(start);
        reached = end;
      }
    }),
    { numRuns: 2000 },
  );
});

test('only a // comment silences, with nothing before it', () => {
  const ignore = 'isms-ignore risk/no-owner: why';
  const silences = (text: string): boolean => isSuppressed({ text, bodyStart: 0 }, ['risk/no-owner']);
  expect(['// X', '//X', '/// X', 'risk R {} // X'].map(text => silences(text.replace('X', ignore)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  const prose = ['"// X"', '"""\n// X\n"""', '/* // X */', '/*\n// X\n*/', '// see // X', '"// X', '/* open\n// X'];
  expect(prose.filter(text => silences(text.replace('X', ignore)))).toEqual([]);
  // A comment before the declaration that nothing closes ends where the declaration begins.
  const text = `/* open\nrisk R {\n  // ${ignore}\n}`;
  expect(isSuppressed({ text, bodyStart: 8 }, ['risk/no-owner'])).toBe(true);
});

test('a comment is deleted with its line, or with the blanks before it', () => {
  const text = `  // isms-ignore a/b: c\r\nrisk R {} \t// isms-ignore d/e: f\n`;
  const cut = suppressions({ text, bodyStart: 0 }).map(({ comment: { start, end } }) => text.slice(start, end));
  expect(cut).toEqual(['  // isms-ignore a/b: c\r\n', ' \t// isms-ignore d/e: f']);
  expect(regionsOf(text).every(region => isLineComment(text, region))).toBe(true);
});
