import { expect, test } from 'vitest';
import { checkCore, patience } from './check-core.ts';

const runs = 1000;

test(
  'after any sequence of steps a workspace equals a fresh one',
  async () => {
    expect(await checkCore([], { runs })).toEqual({ runs, counterexample: undefined });
  },
  patience,
);
