import { expect, test } from 'vitest';
import { checkCore, patience } from './check-core.ts';
import { small } from './small-limits.ts';

const runs = 300;

test(
  'a workspace equals a fresh one also where what is kept for speed and memory is let go at once',
  async () => {
    expect(await checkCore(small, { seed: 1, runs })).toEqual({ runs, counterexample: undefined });
  },
  patience,
);
