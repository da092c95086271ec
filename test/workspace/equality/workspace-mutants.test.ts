import { expect, test } from 'vitest';
import { checkCore, patience } from './check-core.ts';
import { checkMutants } from './checker-mutants.ts';
import { workspaceMutants } from './workspace-mutants.ts';

test.each([...checkMutants, ...workspaceMutants])(
  'a workspace that $what is caught',
  async mutant => {
    expect(
      (await checkCore([mutant], { unshrunk: true, ...(mutant.seed && { seed: mutant.seed }) })).counterexample,
    ).toBeDefined();
  },
  patience,
);
