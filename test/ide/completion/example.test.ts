import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { complete } from '../../../src/ide/completion.ts';
import type { Block } from '../../../src/incremental/block.ts';
import type { Span } from '../../../src/model/declaration.ts';
import { Workspace } from '../../../src/workspace/workspace.ts';

const example = new URL('../../../examples/acme-cloud/', import.meta.url).pathname;
const files = readdirSync(example, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.isms') || name.endsWith('.json'))
  .sort()
  .map(name => [`file:///acme/${name}`, readFileSync(join(example, name), 'utf8')] as const);

const workspace = new Workspace({ rules: [], today: '2026-06-01' });
workspace.setFiles(files);

const blocks = workspace
  .allUnits()
  .flatMap(unit => [...unit.isms.files.values()])
  .flatMap(file => file.blocks);

/** What is offered where a word of the example was taken out. The text is put back. */
function offeredInsteadOf(block: Block, span: Span): { offered: string[]; text: string } {
  const { uri } = block.file;
  const range = block.range(span);
  const { chunk } = block;
  const text = chunk.text.slice(chunk.bodyStart + span.start, chunk.bodyStart + span.end);
  workspace.editFile(uri, [{ range, text: '' }]);
  const { items } = complete(workspace, uri, range.start);
  workspace.editFile(uri, [{ range: { start: range.start, end: range.start }, text }]);
  return { offered: items.map(item => item.insertText.trim()), text };
}

/** Every nth, so that it takes no longer than it must. */
const some = <T>(all: readonly T[], count: number): T[] =>
  all.filter((_, index) => index % Math.ceil(all.length / count) === 0);

it('offers each name that the example refers to where it was taken out', () => {
  const references = blocks.flatMap((block, index) => {
    const view = workspace.unitOf(block.file.uri)?.view();
    return (block.declaration?.$references ?? []).flatMap((ref, place) =>
      view?.resolve(ref) || view?.builtin(ref) ? [{ index, place }] : [],
    );
  });
  expect(references.length).toBeGreaterThan(500);
  const missing: string[] = [];
  for (const { index, place } of some(references, 300)) {
    const block = blocks[index];
    const ref = block?.declaration?.$references[place];
    if (!block || !ref) throw new Error('the example has changed meanwhile');
    const { offered, text } = offeredInsteadOf(block, ref);
    if (!offered.includes(text)) missing.push(`${block.file.uri}: ${text} of type ${ref.type}`);
  }
  expect(missing).toEqual([]);
});

it('offers each key where it was taken out', () => {
  const keys = blocks.flatMap((block, index) => (block.declaration?.$keys ?? []).map((_, place) => ({ index, place })));
  const missing: string[] = [];
  for (const { index, place } of some(keys, 300)) {
    const block = blocks[index];
    const key = block?.declaration?.$keys[place];
    if (!block || !key) throw new Error('the example has changed meanwhile');
    const { offered, text } = offeredInsteadOf(block, key);
    if (!offered.some(insert => insert === text || insert.startsWith(`${text} `)))
      missing.push(`${block.file.uri}: ${text}`);
  }
  expect(missing).toEqual([]);
});
