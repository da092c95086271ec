import { expect, test } from 'vitest';
import { oneAtATime } from '../../server/session/one-at-a-time.ts';

test('is done once more for all that asked meanwhile, also after a failure', async () => {
  const ends: { resolve(): void; reject(error: Error): void }[] = [];
  const ask = oneAtATime(() => new Promise((resolve, reject) => ends.push({ resolve, reject })));
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(ends).toHaveLength(1);
  ends[0]?.reject(new Error('it fails'));
  await expect(first).rejects.toThrow('it fails');
  await new Promise(resolve => setImmediate(resolve));
  expect(ends).toHaveLength(2);
  ends[1]?.resolve();
  await Promise.all([second, third]);
  const fourth = ask();
  expect(ends).toHaveLength(3);
  ends[2]?.resolve();
  await fourth;
});
