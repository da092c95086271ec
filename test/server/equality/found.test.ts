/** Sequences in which hours of fuzzing found a difference, and which the runs of the suite are too short to find again. */
import { expect, test } from 'vitest';
import { rulesWithFaults } from '../../workspace/equality/faults.ts';
import { live } from './property.ts';
import type { Sequence } from './steps.ts';

const found: readonly [what: string, sequence: Sequence][] = [
  [
    'a file that was asked for while it was in no folder, and gone when its folder was opened',
    {
      files: ['file:///w/loose.isms'],
      folders: ['file:///w'],
      started: false,
      steps: [
        {
          do: 'write',
          file: 0,
          changes: [{ place: { at: 'line', n: 0 }, reach: { to: 'word' }, text: '{', whole: false }],
        },
        { do: 'open or close folder', n: 2 },
        { do: 'answer', n: 0 },
        { do: 'delete folder', n: 0 },
        { do: 'open or close folder', n: 0 },
        { do: 'odd batch', file: 1 },
      ],
    },
  ],
  [
    'a file with an `isms` block that is gone before its turn to be read in comes',
    {
      files: ['file:///w/a/isms.isms', 'file:///w/a/soa.isms', 'file:///w/b/isms.isms'],
      folders: ['file:///w'],
      started: false,
      spelling: 'plain',
      steps: [
        { do: 'change', file: 0, changes: [] },
        { do: 'answer', n: 0 },
        { do: 'answer', n: 0 },
        { do: 'open', file: 3, changes: [] },
        { do: 'open or close folder', n: 0 },
        { do: 'delete folder', n: 0 },
      ],
    },
  ],
];

test.each(found)('%s', async (_, sequence) => {
  await expect(live(sequence, rulesWithFaults)).resolves.toBeUndefined();
});
