import fc from 'fast-check';
import { expect, test } from 'vitest';
import { load, type Mutant } from '../../mutant.ts';
import { textMutants } from './mutants.ts';

async function check(numRuns: number, mutant?: Mutant): Promise<{ failed: boolean; error: unknown }> {
  const { edits } = await load<typeof import('./edit-sequences.ts')>(
    'test/syntax/text/edit-sequences.ts',
    mutant && [mutant],
  );
  const { failed, errorInstance } = fc.check(edits(), { seed: 27001, numRuns, endOnFailure: mutant !== undefined });
  return { failed, error: errorInstance };
}

// As many sequences of edits as the faults below are given, so that what finds them finds nothing without them.
const most = 600;

test('nothing is found where there is no fault', async () => {
  expect(await check(most)).toEqual({ failed: false, error: null });
});

test.each([...textMutants])('the property catches one that $what', async mutant => {
  expect((await check(most, mutant)).failed).toBe(true);
});
