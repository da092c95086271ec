import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../src/incremental/block.ts';
import { Referenced } from '../../src/incremental/users.ts';

const manyBlocks = 300;

const blocks = Array.from({ length: manyBlocks }, (_, number) => ({ number }) as unknown as Block);

const steps = (among: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom('add', 'add', 'add', 'delete'),
      block: fc.nat(among - 1),
      type: fc.nat(3),
    }),
    { maxLength: 60 },
  );

/** How many users there are at first, and what happens then. */
const uses = fc.oneof(
  fc.tuple(fc.constant(0), steps(14)),
  fc.tuple(fc.integer({ min: 240, max: manyBlocks }), steps(manyBlocks)),
);

test('are those of a map from blocks to types, however many come and go', () => {
  fc.assert(
    fc.property(uses, ([first, changes]) => {
      const name = new Referenced();
      const expected = new Map<Block, number>();
      for (const block of blocks.slice(0, first)) {
        name.addUser(block, 1);
        expected.set(block, 1);
      }
      for (const { kind, block: index, type } of changes) {
        const block = blocks[index] as Block;
        if (kind === 'delete') {
          name.deleteUser(block);
          expected.delete(block);
        } else {
          name.addUser(block, 1 << type);
          expected.set(block, (expected.get(block) ?? 0) | (1 << type));
        }
        expect(name.userCount).toBe(expected.size);
        expect(new Set(name.users())).toEqual(new Set(expected.keys()));
        for (const types of [1, 6, 8]) {
          const wanted = [...expected].filter(([, own]) => own & types).map(([user]) => user);
          expect(new Set(name.users(types))).toEqual(new Set(wanted));
        }
      }
    }),
    { numRuns: 200 },
  );
});
