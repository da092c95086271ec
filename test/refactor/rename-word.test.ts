import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renameEdits, renameTarget } from '../../src/ide/rename.ts';
import { renameWord } from '../../src/refactor/rename-word.ts';
import { allWords } from '../../src/refactor/words.ts';
import { after, allTexts, loadExample, loadText, refusalOf, textAfter } from './unit.ts';

const method = `method M "m" {
  likelihood { 1: rare  2: likely }
  impact { 1: minor  2: severe }
  impact financial { 1: minor  2: severe }
  levels { low: 1..2  high: 3..4 }
  matrix {
    rare: low, low
    likely: low, high
  }
  appetite: low
}
`;
const rest = `field Area "a" { values: severe, other }
risk R "severe" {
  likelihood: likely
  impact: confidentiality severe, minor
  consequences { financial: severe }
  level: high
  residual { likelihood: rare  impact: severe  level: low }
  tags: severe, low
  fields { Area: severe }
}
`;
const text = method + rest;

const replaced = (source: string, lines: readonly RegExp[], from: RegExp, to: string): string =>
  source
    .split('\n')
    .map(line => (lines.some(pattern => pattern.test(line)) ? line.replaceAll(from, to) : line))
    .join('\n');

describe('a word changes where it is declared and used, and nowhere else', () => {
  test.each([
    ['impact', 'severe', [/^ {2}impact/, /consequences/, /residual/]],
    ['likelihood', 'likely', [/^ {2}likelihood/, /^ {4}likely/]],
    ['levels', 'low', [/levels/, /^ {4}rare/, /^ {4}likely/, /appetite/, /residual/]],
    ['tags', 'severe', [/tags/]],
    ['Area', 'severe', [/^field/, /fields/]],
  ])('of %s', (of, word, lines) => {
    const loaded = loadText(text);
    const expected = replaced(text, lines, new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'g'), 'xx');
    expect(expected).not.toBe(text);
    const outcome = renameWord(loaded.unit, word, 'xx', of);
    // The values of a matrix's row may be laid out anew, nothing else may.
    expect(textAfter(loaded, outcome).replace(/\s+/g, ' ')).toBe(expected.replace(/\s+/g, ' '));
  });
});

test.each([
  [
    'severe',
    'grave',
    undefined,
    'severe is a word of several: the impact scale, the field Area, “tags”. Say which one is meant.',
  ],
  [
    'severe',
    'minor',
    'impact',
    'minor is a word of the impact scale already, so the two could not be told apart. Choose another one.',
  ],
  ['sevre', 'grave', 'impact', 'There is no word sevre in impact. Did you mean severe?'],
  [
    'severe',
    'grave',
    'nothing',
    'There are no words of nothing. There are some of Area, impact, levels, likelihood, tags.',
  ],
  [
    'severe',
    'very bad',
    'impact',
    '“very bad” is no word: use letters, digits and _, with . or - between them, beginning with a letter.',
  ],
  ['severe', 'severe', 'impact', 'severe is called so already. Give it another name.'],
])('%s to %s of %s is refused', (from, to, of, refusal) => {
  expect(refusalOf(renameWord(loadText(text).unit, from, to, of))).toBe(refusal);
});

test('a word that no step declares is refused', () => {
  const { unit } = loadText('asset A "a" { confidentiality: high }\n');
  expect(refusalOf(renameWord(unit, 'high', 'top', 'values'))).toBe(
    'high is declared by no step of the values scale. Declare the scale in the method, or correct the word.',
  );
});

test('a word that means something else before a word of the impact scale is refused', () => {
  const { unit } = loadText(text);
  expect(refusalOf(renameWord(unit, 'severe', 'confidentiality', 'impact'))).toMatch(
    /means something else before a word of the impact scale/,
  );
});

test('F2 on a word does the same', () => {
  const { workspace, unit } = loadText(text);
  const uri = 'file:///w/a.isms';
  const lines = (workspace.text(uri) ?? '').split('\n');
  const line = lines.findIndex(one => one.includes('likelihood: likely'));
  const position = { line, character: (lines[line] ?? '').indexOf('likely') + 2 };
  expect(renameTarget(workspace, uri, position)).toMatchObject({ name: 'likely' });
  const wanted = renameWord(unit, 'likely', 'often', 'likelihood');
  expect(renameEdits(workspace, uri, position, 'often')).toEqual(wanted);
});

test('of all examples, any word renamed and renamed back gives the texts of before', () => {
  const examples = ['acme-cloud', 'harbour-hospital', 'five-person-studio', 'published-register'].map(loadExample);
  expect(examples.every(({ unit }) => allWords(unit).length > 10)).toBe(true);
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.nat(), (loaded, n) => {
      const words = allWords(loaded.unit).filter(
        ({ isDeclared, vocabulary }) => isDeclared || vocabulary.sort === 'key',
      );
      const { word = '', vocabulary } = words[n % words.length] ?? {};
      // As long as the word was, so that no line is broken in another way.
      const other = `x${'y'.repeat(word.length - 1)}`;
      const there = after(loaded, renameWord(loaded.unit, word, other, vocabulary));
      expect(allWords(there.unit).map(one => one.word)).toEqual(
        allWords(loaded.unit).map(one =>
          one.word === word && JSON.stringify(one.vocabulary) === JSON.stringify(vocabulary) ? other : one.word,
        ),
      );
      const back = after(there, renameWord(there.unit, other, word, vocabulary));
      expect(allTexts(back)).toEqual(allTexts(loaded));
    }),
    { numRuns: 25 },
  );
}, 120_000);
