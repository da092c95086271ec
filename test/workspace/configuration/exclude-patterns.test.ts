import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../../src/wording/wording.ts';
import { parseConfig } from '../../../src/workspace/configuration/config.ts';
import { excludes, patternFault } from '../../../src/workspace/configuration/exclude-patterns.ts';

describe('a pattern', () => {
  test.each([
    [
      'archive',
      ['archive', 'archive/a.isms', 'archive/2024/a.isms'],
      ['archive2/a.isms', 'x/archive/a.isms', 'archive.isms'],
    ],
    ['archive/', ['archive/a.isms'], ['archived/a.isms']],
    ['./archive\\2024', ['archive/2024/a.isms'], ['archive/2025/a.isms']],
    ['*.draft.isms', ['a.draft.isms'], ['x/a.draft.isms', 'a.isms']],
    ['**/*.draft.isms', ['a.draft.isms', 'x/y/a.draft.isms'], ['x/a.isms']],
    ['**/templates', ['templates/a', 'x/templates/y/a'], ['x/templates2/a']],
    ['a/**/b', ['a/b', 'a/x/b/c', 'a/x/y/b'], ['a/x', 'b']],
    ['20??', ['2024/a'], ['204/a', '20245/a']],
    ['a*b*c', ['abc', 'aXbXbXc'], ['ab', 'acb']],
    ['(x)[1]+.isms', ['(x)[1]+.isms'], ['x1.isms']],
    ['Größe', ['Gro\u0308ße/a'], []],
  ])('%s', (pattern, out, within) => {
    const isOut = excludes([pattern]);
    expect(out.filter(path => !isOut(path))).toEqual([]);
    expect(within.filter(isOut)).toEqual([]);
  });

  test('of many stars takes steps in proportion to the text', () => {
    // A matcher that tries every way to share the text out among the stars would not come back.
    const isOut = excludes([`${'*a'.repeat(400)}*b`, `${'**/a/'.repeat(150)}b`]);
    expect(isOut('a'.repeat(20_000))).toBe(false);
    expect(isOut('a/'.repeat(2_000))).toBe(false);
  });

  test.each([1, null, '', ' ', '/etc', 'C:\\x', '..', 'a/../../b', '.', './', 'x'.repeat(1001)])(
    'is at fault: %j',
    pattern => {
      const fault = patternFault(pattern);
      const told = fault && inEnglish(fault);
      expect(told).toMatch(/^A pattern of "exclude" .*\.$/);
      expect(told?.length).toBeLessThan(160);
    },
  );
});

test('a faulty pattern is told at its place, and the others count', () => {
  const text = '{ "exclude": ["archive", "/etc", 7] }';
  const { config, problems } = parseConfig(text, { known: new Set(), renamed: new Map() });
  expect(config.exclude).toEqual(['archive']);
  expect(problems.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(['"/etc"', '7']);
  expect(parseConfig('{ "exclude": "archive" }', { known: new Set(), renamed: new Map() }).problems).toHaveLength(1);
});
