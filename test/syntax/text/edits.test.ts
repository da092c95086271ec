import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RestartPolicy } from '../../../src/syntax/text/chunked-text.ts';
import { type HeadState, Splitter } from '../../../src/syntax/text/splitter.ts';
import { edits } from './edit-sequences.ts';

test('after any edits, chunks are those of a fresh split, and positions those of the protocol', () => {
  fc.assert(edits(), { numRuns: 300, seed: 27001 });
});

/** Takes what the split text says of a head for granted, even if its line goes on. */
class HalfLineSplitter extends Splitter {
  protected override isFullHead(offset: number): boolean {
    const { starved } = this;
    const head = super.isFullHead(offset);
    this.starved = starved;
    return head;
  }
  protected override declarationBegins(offset: number, state: HeadState): boolean {
    const { starved } = this;
    const begins = super.declarationBegins(offset, state);
    this.starved = starved;
    return begins;
  }
}

/** Takes the end of the split text for the end of the file. */
class ShortSightedSplitter extends Splitter {
  constructor(kinds: ReadonlySet<string>, text: string) {
    super(kinds, text);
  }
  override setText(text: string): void {
    super.setText(text);
  }
}

const right: RestartPolicy = { chunksBefore: 1, noteUnclosedComments: true, stopAtOldBoundary: true, Splitter };
const mutants: [string, RestartPolicy][] = [
  ['starts at the edited chunk', { ...right, chunksBefore: 0 }],
  ['forgets comments that are not closed', { ...right, noteUnclosedComments: false }],
  ['stops at the first boundary behind the edit', { ...right, stopAtOldBoundary: false }],
  ['decides on a head by half its line', { ...right, Splitter: HalfLineSplitter }],
  ['takes the end of the buffer for the end of the file', { ...right, Splitter: ShortSightedSplitter }],
];

test.each(mutants)('the property catches one that %s', (_, policy) => {
  const result = fc.check(edits(policy), { numRuns: 1500, seed: 27001, endOnFailure: true });
  expect(result.failed).toBe(true);
});
