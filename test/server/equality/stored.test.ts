import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FindingsStore } from '../../../src/workspace/store/store.ts';
import { attachments, files } from '../../workspace/equality/corpus.ts';
import { Editor } from './editor.ts';
import { type Sequence, sequence } from './steps.ts';

/** A store in memory. */
function memory(): FindingsStore {
  const entries = new Map<string, string>();
  return {
    hash: () => {
      const hash = createHash('sha256');
      return { update: text => void hash.update(text), digest: () => hash.digest('hex') };
    },
    read: async key => entries.get(key),
    write: async (key, text) => void entries.set(key, text),
  };
}

test('what is kept at any moment of any life is what a fresh server finds in the same files', async () => {
  let hits = 0;
  const live = async (given: Sequence): Promise<void> => {
    const store = memory();
    const lived = new Editor(
      given.files.map(uri => [uri, files[uri] as string]),
      given.folders,
    );
    lived.store = store;
    lived.start();
    if (given.started) await lived.wait();
    for (const step of given.steps) {
      await lived.take(step);
      // A moment in which something may be kept.
      await new Promise(resolve => setTimeout(resolve, 0));
    }
    lived.stop();
    await lived.wait();
    const [second, fresh] = [store, undefined].map(kept => {
      const editor = new Editor(lived.disk, lived.folders, lived.settings);
      for (const uri of attachments) {
        if (lived.attachments.has(uri)) editor.attachments.add(uri);
        else editor.attachments.delete(uri);
      }
      editor.store = kept;
      editor.start();
      return editor;
    }) as [Editor, Editor];
    await Promise.all([second.wait(), fresh.wait()]);
    second.stop();
    fresh.stop();
    expect(second.shown()).toEqual(fresh.shown());
    const stored = second.storedShown();
    if (!stored) return;
    hits++;
    const { status: _, ...shown } = Object.fromEntries(fresh.shown());
    expect(Object.fromEntries(stored)).toEqual(shown);
  };
  const runs = 60;
  await fc.assert(fc.asyncProperty(sequence, live), { seed: 27001, numRuns: runs });
  // Not where documents were left unsaved.
  expect(hits).toBeGreaterThan(runs / 6);
});
