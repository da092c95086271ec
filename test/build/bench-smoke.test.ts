import { describe, expect, test } from 'vitest';

const { missingNumbers }: { missingNumbers(results: Map<string, unknown>, parts: Set<string>): string[] } =
  await import(new URL('../bench/lib/smoke.mjs', import.meta.url).href);

const number = { n: 2, median: 1.5, p95: 2 };
const keys = ['cold.first', 'type', 'break', 'repair', 'burst.lag', 'burst.publications'];
const floor = { answers: {}, metrics: Object.fromEntries(keys.map(key => [key, number])) };
const run = (server: object): Map<string, unknown> =>
  new Map<string, unknown>([['servers-1000', { servers: { floor: { ...floor, ...server } } }]]);
const servers = new Set(['servers']);

describe('a quick run of the benchmark', () => {
  test('is right when each measurement gave a number, however large', () => {
    expect(missingNumbers(run({}), servers)).toEqual([]);
    expect(missingNumbers(new Map<string, unknown>([...run({}), ['processes', { a: number }]]), servers)).toEqual([]);
  });

  test.each([
    [
      'lost each time',
      run({ metrics: { ...floor.metrics, type: { n: 0, lost: 2 } } }),
      /metrics\.type was lost each time/,
    ],
    [
      'not a number',
      new Map<string, unknown>([...run({}), ['findings', { flagged: null }]]),
      /findings\.flagged is no number/,
    ],
    ['a failed request', run({ answers: { hover: 'time limit' } }), /floor answered hover with time limit/],
    ['a server that died', run({ hasDied: true }), /floor died/],
    ['a part without result', new Map<string, unknown>(), /servers: no result/],
  ])('tells of %s', (_what, results, message) => {
    expect(missingNumbers(results, servers).join('\n')).toMatch(message);
  });

  test('tells of a measurement that is not there', () => {
    const { break: _break, ...metrics } = floor.metrics;
    expect(missingNumbers(run({ metrics }), servers)).toEqual(['servers-1000: break of floor was not measured']);
  });
});
