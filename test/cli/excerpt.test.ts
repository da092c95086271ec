import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/cli/report/excerpt.ts';

/** Source and marks of what stands between two `|` of a line. */
const shown = (marked: string, most?: number): string[] => {
  const [before, middle, after] = marked.split('|') as [string, string, string];
  const { source, marks } = excerpt(`${before}${middle}${after}`, before.length, (before + middle).length, most);
  return [source, marks];
};

describe('the squiggle stands under what it means', () => {
  test.each([
    ['plain text', 'owner: |Ceo|', 'owner: Ceo', '       ^^^'],
    ['the whole line', '|risk|', 'risk', '^^^^'],
    ['tabs go to the next stop', '\tx\t|y|\tz', '    x   y   z', '        ^'],
    ['a tab itself', 'ab|\t|c', 'ab  c', '  ^^'],
    ['wide characters take two columns', '漢字 |漢| x', '漢字 漢 x', '     ^^'],
    ['full-width letters too', 'Ａ |b|', 'Ａ b', '   ^'],
    ['Hangul of several code points is one character', '\u1112\u1161\u11AB |b|', '\u1112\u1161\u11AB b', '   ^'],
    ['marks that combine take none', 'e\u0301e\u0301 |e\u0301| z', 'e\u0301e\u0301 e\u0301 z', '   ^'],
    ['emoji take two', '😀 |x|', '😀 x', '   ^'],
    ['emoji of several code points take two', '👩‍👩‍👧‍👦🇳🇱❤️ |x|', '👩‍👩‍👧‍👦🇳🇱❤️ x', '       ^'],
    ['astral letters take one', '𝒳𝒴 |𝒵|', '𝒳𝒴 𝒵', '   ^'],
    ['half a pair marks the whole', '|\uD83D|\uDE00 x', '😀 x', '^^'],
    ['an empty place is one mark', 'ab||cd', 'abcd', '  ^'],
    ['at the end of the line', 'control A.5.1||', 'control A.5.1', '             ^'],
    ['behind wide characters', '漢||', '漢', '  ^'],
    ['in an empty line', '||', '', '^'],
  ])('%s', (_, marked, source, marks) => {
    expect(shown(marked)).toEqual([source, marks]);
  });
});

test('what a terminal would obey is shown instead', () => {
  const { source, marks } = excerpt('"\u001b[31m\u0007" \u202Ex\u0085 y', 13, 14);
  expect(source).toBe('"␛[31m␇" \uFFFDx\uFFFD y');
  expect(marks).toBe(`${' '.repeat(13)}^`);
  expect(source).not.toMatch(/[\p{Cc}\u202E]/u);
});

test('a long line is cut to the part around the squiggle', () => {
  const [source, marks] = shown(`${'a'.repeat(500)}|bbb|${'c'.repeat(500)}`, 100) as [string, string];
  expect(source).toHaveLength(100);
  expect(source).toMatch(/^…a+bbbc+…$/);
  expect(source.slice(marks.indexOf('^'), marks.length)).toBe('bbb');
});

test('a long line with a squiggle at its end keeps the end', () => {
  const [source, marks] = shown(`${'a'.repeat(500)}|b|`, 60) as [string, string];
  expect(source.endsWith('ab')).toBe(true);
  expect(source[marks.length - 1]).toBe('b');
});

test('a squiggle longer than the line allows is cut too', () => {
  const [source, marks] = shown(`ab |${'x'.repeat(500)}|`, 60) as [string, string];
  expect(source).toHaveLength(60);
  expect(marks).toBe(`   ${'^'.repeat(56)}`);
});

test('a line of any length is cut alike', () => {
  const line = (length: number): [string, string] =>
    shown(`${'a'.repeat(length)}|bbb|${'c'.repeat(length)}`, 100) as [string, string];
  expect(line(100_000)).toEqual(line(1_000));
});
