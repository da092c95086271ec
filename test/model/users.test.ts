import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../src/model/block.ts';
import { Users } from '../../src/model/users.ts';

const blocks = Array.from({ length: 14 }, (_, number) => ({ number }) as unknown as Block);

const step = fc.record({
  kind: fc.constantFrom('add', 'add', 'add', 'delete'),
  block: fc.nat(blocks.length - 1),
  type: fc.nat(3),
});

test('are those of a map from blocks to types, however many come and go', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const users = new Users();
      const expected = new Map<Block, number>();
      for (const { kind, block: index, type } of steps) {
        const block = blocks[index] as Block;
        if (kind === 'delete') {
          users.delete(block);
          expected.delete(block);
        } else {
          users.add(block, 1 << type);
          expected.set(block, (expected.get(block) ?? 0) | (1 << type));
        }
        expect(users.size).toBe(expected.size);
        for (const candidate of blocks) expect(users.has(candidate)).toBe(expected.has(candidate));
        expect(new Set(users)).toEqual(new Set(expected.keys()));
        for (const types of [1, 6, 8]) {
          const wanted = [...expected].filter(([, own]) => own & types).map(([user]) => user);
          expect(new Set(users.as(types))).toEqual(new Set(wanted));
        }
      }
    }),
    { numRuns: 300 },
  );
});
