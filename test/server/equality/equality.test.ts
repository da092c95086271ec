import { expect, test } from 'vitest';
import { checkServer } from './property.ts';

const runs = 300;

test('a server that lived through any sequence of events shows what one shows that was just started', async () => {
  expect(await checkServer({ seed: 27001, runs })).toEqual({ runs, counterexample: undefined });
}, 300_000);
