import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attempted, Report } from '../e2e/report.ts';

/** Runs parts of two tests, of which the second fails in the first `failing` attempts. */
const run = async (failing: number, attempts: number): Promise<{ whole: Report; begun: number }> => {
  const whole = new Report();
  let begun = 0;
  const part = await attempted('part', attempts, async own => {
    begun++;
    own.add({ title: 'steady', passed: true, ms: 1 });
    own.add({ title: 'unsteady', passed: begun > failing, ms: 1 });
  });
  whole.take(part);
  return { whole, begun };
};

describe('a part of the tests in the editor', () => {
  beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
  afterEach(() => void vi.restoreAllMocks());

  test('is begun once where nothing fails', async () => {
    const { whole, begun } = await run(0, 2);
    expect(begun).toBe(1);
    expect(whole.closing()).toBe('2 passed, 0 failed');
  });

  test('is begun anew where something fails, which is said and counted once', async () => {
    const { whole, begun } = await run(1, 2);
    expect(begun).toBe(2);
    expect(whole.closing()).toBe('failed at first: unsteady\n2 passed, 0 failed');
  });

  test('fails where it fails in the last attempt', async () => {
    const { whole, begun } = await run(2, 2);
    expect(begun).toBe(2);
    expect(whole.closing()).toBe('failed at first: unsteady\n1 passed, 1 failed');
  });

  test('is not begun anew where one attempt was asked for, or what no number is', async () => {
    expect((await run(1, 1)).whole.closing()).toBe('1 passed, 1 failed');
    expect((await run(1, Number('x'))).whole.closing()).toBe('1 passed, 1 failed');
  });
});
