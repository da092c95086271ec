import { expect, test } from 'vitest';
import { checkCore, patience } from './check-core.ts';

const runs = 300;

test(
  'after any sequence of steps a workspace equals a fresh one, also where rules threw on the way',
  async () => {
    expect(await checkCore([], { runs }, 'checkWithFaults')).toEqual({ runs, counterexample: undefined });
  },
  patience,
);
