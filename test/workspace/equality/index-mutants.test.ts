import { expect, test } from 'vitest';
import { checkCore, patience } from './check-core.ts';
import { indexMutants } from './index-mutants.ts';

test.each([...indexMutants])(
  'a workspace that $what is caught',
  async mutant => {
    expect(
      (await checkCore([mutant], { unshrunk: true, ...(mutant.seed && { seed: mutant.seed }) })).counterexample,
    ).toBeDefined();
  },
  patience,
);
