import { expect, test } from 'vitest';
import { check } from './property.ts';

test.each([1, 2])('a workspace after any sequence of steps equals a fresh one (%i)', seed => {
  const { runs, counterexample } = check({ seed: 27001 + seed, runs: 500 });
  expect(counterexample).toBeUndefined();
  expect(runs).toBe(500);
});
