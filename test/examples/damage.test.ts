import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../src/incremental/block.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { damages } from '../syntax/text/damages.ts';
import { exampleFiles, exampleNames } from './files.ts';

const files = exampleNames()
  .filter(name => name !== 'broken')
  .flatMap(exampleFiles)
  .filter(([uri]) => uri.endsWith('.isms'));

const anyFile = fc.constantFrom(...files);
const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

function blocksOf(uri: string, text: string): Block[] {
  const workspace = new Workspace({ rules, today: '2026-06-15' });
  workspace.setFiles([[uri, text]]);
  workspace.update();
  workspace.diagnostics(uri);
  const file = workspace.file(uri);
  return file ? [...file.blocks] : [];
}

const bodyOf = ({ chunk }: Block): string => chunk.text.slice(chunk.bodyStart, chunk.bodyEnd);

/** The blocks that hold none of the damaged text: each has to be read as before, without a problem. */
function expectIntact(blocks: readonly Block[], bodies: readonly string[]): void {
  const byBody = new Map(blocks.map(block => [bodyOf(block), block]));
  for (const body of bodies) {
    const block = byBody.get(body);
    expect(block?.declaration, body.slice(0, 60)).toBeDefined();
    expect(block?.problems, body.slice(0, 60)).toEqual([]);
  }
}

test('any prefix of a file is read without a crash, and only its last declaration has syntax errors', () => {
  fc.assert(
    fc.property(anyFile, fraction, ([uri, text], at) => {
      const cut = Math.floor(at * text.length);
      const whole = blocksOf(uri, text);
      let end = 0;
      const complete = whole.filter(block => (end += block.chunk.text.length) <= cut && block.declaration).map(bodyOf);
      expectIntact(blocksOf(uri, text.slice(0, cut)), complete.slice(0, -1));
    }),
    { numRuns: 150 },
  );
});

test.each(Object.entries(damages))('%s stays in the damaged declaration', (_name, damage) => {
  fc.assert(
    fc.property(anyFile, fraction, fraction, ([uri, text], which, at) => {
      const blocks = blocksOf(uri, text).filter(block => block.declaration);
      const index = Math.floor(which * blocks.length);
      const damaged = blocks[index] as Block;
      const body = `${bodyOf(damaged)}\n`;
      const broken = body.includes('{\n') ? damage(body, at) : undefined;
      if (broken === undefined) return;
      const start = text.indexOf(body);
      const result = text.slice(0, start) + broken + text.slice(start + body.length);
      expectIntact(blocksOf(uri, result), blocks.filter(block => block !== damaged).map(bodyOf));
    }),
    { numRuns: 40 },
  );
});
