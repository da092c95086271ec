import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeySets, type Reader } from '../../src/incremental/key-sets.ts';
import type { ReadKey } from '../../src/incremental/read-keys.ts';

const keys: readonly ReadKey[] = ['asOf', 'lock', 'files', 'kind:Risk', 'count:Risk'];

const step = fc.record({ reader: fc.nat(5), keys: fc.array(fc.constantFrom(...keys), { maxLength: 6 }) });

test('tell who reads a key, whatever each of them read before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const sets = new KeySets();
      const readers: Reader[] = Array.from({ length: 6 }, () => ({ keys: sets.empty }));
      const expected = new Map<Reader, ReadonlySet<ReadKey>>();
      for (const { reader: index, keys: read } of steps) {
        const reader = readers[index] as Reader;
        sets.assign(
          reader,
          read.reduce((set, key) => sets.with(set, key), sets.empty),
        );
        expected.set(reader, new Set(read));
        for (const key of keys) {
          const told = [...sets.readersOf(key)];
          expect(told.length).toBe(new Set(told).size);
          expect(new Set(told)).toEqual(new Set(readers.filter(each => expected.get(each)?.has(key))));
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('are shared by all who read the same, in whatever order', () => {
  const sets = new KeySets();
  const one = sets.with(sets.with(sets.empty, 'asOf'), 'lock');
  expect(sets.with(sets.with(sets.empty, 'lock'), 'asOf')).toBe(one);
  expect(sets.with(one, 'lock')).toBe(one);
});
