import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { complete } from '../../src/ide/completion.ts';
import { hover } from '../../src/ide/hover.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { acme, atCursor, positionAt, uri } from './workspace-with-cursor.ts';

const example = new URL('../../examples/acme-cloud/', import.meta.url).pathname;
const sources = [
  acme,
  ...readdirSync(example, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.isms'))
    .sort()
    .map(name => readFileSync(join(example, name), 'utf8').slice(0, 6000)),
];

const damages: readonly ((text: string, at: number) => string)[] = [
  text => text,
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.slice(at + 40),
  ...['"', '"""', '{', '}', '/*', '//', ',', ':', '\n<<<<<<< HEAD\n', '\r', '\\', '\u{1f600}'].map(
    piece => (text: string, at: number) => text.slice(0, at) + piece + text.slice(at),
  ),
];

it('answers at any place of any damaged text, about that place', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.constantFrom(...damages),
      share,
      share,
      (source, damage, where, place) => {
        const text = damage(source, Math.floor(where * source.length));
        const offset = Math.floor(place * text.length);
        const { workspace } = atCursor(`${text.slice(0, offset)}<|>${text.slice(offset)}`, {});
        const position = positionAt(text, offset);
        const { items } = complete(workspace, uri, position, { rules });
        for (const item of items) {
          expect(item.range.start.line).toBe(position.line);
          expect(item.range.end.line).toBe(position.line);
          expect(item.range.start.character).toBeLessThanOrEqual(position.character);
          expect(item.range.end.character).toBeGreaterThanOrEqual(position.character);
        }
        const card = hover(workspace, uri, position, rules);
        if (card) expect(card.range.start.line).toBeLessThanOrEqual(position.line);
      },
    ),
    { numRuns: 120 },
  );
});

it('answers beyond the end of a file, and for a file that is not there', () => {
  const { workspace } = atCursor('risk R { <|>', {});
  expect(complete(workspace, uri, { line: 9, character: 9 }).items.length).toBeGreaterThan(0);
  expect(complete(workspace, 'file:///none.isms', { line: 0, character: 0 }).items).toEqual([]);
  expect(hover(workspace, 'file:///none.isms', { line: 0, character: 0 })).toBeUndefined();
  const empty = atCursor('<|>', {});
  expect(complete(empty.workspace, uri, empty.position).items.length).toBeGreaterThan(0);
});
