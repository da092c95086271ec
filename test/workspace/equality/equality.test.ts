import { expect, test } from 'vitest';
import { checkCore, patience } from './check-core.ts';
import { small } from './small-limits.ts';

const clean = (runs: number) => ({ runs, counterexample: undefined });

test(
  'after any sequence of steps a workspace equals a fresh one',
  async () => {
    expect(await checkCore([], { runs: 1000 })).toEqual(clean(1000));
  },
  patience,
);

test(
  'after others too, and where what is kept for speed and memory is let go at once',
  async () => {
    expect(await checkCore(small, { seed: 1, runs: 300 })).toEqual(clean(300));
  },
  patience,
);
