/** Tries the property on a bundle of the core: as it is, with other limits, or with a fault. Bundled code is quicker than a test runner's. */
import { createRequire } from 'node:module';
import { inject } from 'vitest';
import { load, type Mutant } from '../../mutant.ts';
import type { Outcome, Trial } from '../../trial.ts';

const require = createRequire(import.meta.url);

/** How many sequences a fault is given at most; more of them find nothing in the core as it is. */
const usualRuns = 600;

/** For a machine that is busy with other things, in milliseconds. */
export const patience = 300_000;

/**
 * @param mutants what is exchanged in the sources
 * @param property which of the promises is tried
 */
export async function checkCore(
  mutants: readonly Mutant[],
  trial: Partial<Trial> = {},
  property: 'check' | 'checkWithFaults' = 'check',
): Promise<Outcome> {
  const bundle = await load<typeof import('./bundled.ts')>('test/workspace/equality/bundled.ts', mutants);
  bundle.provideLangium(() =>
    (require(inject('langiumBundle')) as typeof import('../../../src/syntax/full/langium.ts')).makeServices(),
  );
  return bundle[property]({ seed: 27001, runs: usualRuns, ...trial });
}
