/** Every example but that of faults checks clean, on any day and in any order. */
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isms } from '../cli/isms.ts';
import { exampleFiles, exampleNames } from './files.ts';
import { findingsOf, workspaceOf } from './order.ts';

describe.each(exampleNames().filter(name => name !== 'broken'))('%s', name => {
  const files = exampleFiles(name);
  const folder = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

  test.each(['2024-02-29', '2026-06-15', '2040-01-01'])('is clean on %s', async today => {
    const { code, stdout, stderr } = await isms(['check', '--fail-on', 'info', '--format', 'json', folder], { today });
    expect({ found: JSON.parse(stdout) as unknown, stderr, code }).toEqual({ found: [], stderr: '', code: 0 });
  });

  test('the order in which the files are read makes no difference', () => {
    const expected = findingsOf(workspaceOf(files));
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), fc.boolean(), (shuffled, oneByOne) => {
        expect(findingsOf(workspaceOf(shuffled, oneByOne))).toBe(expected);
      }),
      { numRuns: 4 },
    );
  });
});
