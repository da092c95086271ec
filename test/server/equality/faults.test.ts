import { expect, test } from 'vitest';
import { checkServerWithFaults } from './property.ts';

const runs = 1000;

test('a server that lived among faults shows what one shows that was just started, once all can be read', async () => {
  expect(await checkServerWithFaults({ seed: 27001, runs })).toEqual({ runs, counterexample: undefined });
}, 600_000);
