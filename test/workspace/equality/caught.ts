import { expect, test } from 'vitest';
import type { Mutant } from '../../mutant.ts';
import { checkCore, patience } from './check-core.ts';

/** A test for each fault: random work has to find it. */
export function testThatEachIsCaught(mutants: readonly Mutant[], property?: 'checkWithFaults'): void {
  test.each([...mutants])(
    'a workspace that $what is caught',
    async mutant => {
      const options = { unshrunk: true, ...(mutant.seed && { seed: mutant.seed }) };
      expect((await checkCore([mutant], options, property)).counterexample).toBeDefined();
    },
    patience,
  );
}
