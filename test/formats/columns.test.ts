import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths } from '../../src/formats/shared/columns.ts';

const room = { width: 500, padding: 8, measure: (word: string) => word.length * 5 };
const columnOf = (title: string, x: number, width: number) => ({
  column: { id: `c${x}`, title, kind: 'title' as const },
  x,
  width,
});

test('a column has room for its longest word, which wider ones make', () => {
  const columns = [columnOf('Opportunities', 0, 6), columnOf('Text', 1, 200)];
  const [narrow, wide] = columnWidths(columns, [['1', 'a few words']], room);
  expect(narrow).toBeGreaterThanOrEqual(13 * 5 + 8);
  expect((narrow ?? 0) + (wide ?? 0)).toBeCloseTo(500);
});

test('a table of few short columns is not drawn apart', () => {
  const widths = columnWidths([columnOf('Id', 0, 6), columnOf('Name', 1, 6)], [], room);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(100);
});

test('whatever it holds, a table is no wider than the page, and no column vanishes', () => {
  const text = fc.string({ maxLength: 300 });
  const tables = fc
    .array(fc.record({ title: text, width: fc.integer({ min: 6, max: 400 }) }), { minLength: 1, maxLength: 12 })
    .chain(columns => fc.tuple(fc.constant(columns), fc.array(fc.array(text, { maxLength: 12 }), { maxLength: 5 })));
  fc.assert(
    fc.property(tables, ([columns, rows]) => {
      const widths = columnWidths(
        columns.map(({ title, width }, x) => columnOf(title, x, width)),
        rows,
        room,
      );
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(500.001);
      for (const width of widths) expect(width).toBeGreaterThan(room.padding / 2);
    }),
  );
});

test('what is left of the page goes to texts that would be broken into lines', () => {
  const title = 'Accounts of customers are guessed';
  const [, width] = columnWidths([columnOf('Id', 0, 6), columnOf('Title', 1, 20)], [['R-1', title]], room);
  expect(width).toBeGreaterThanOrEqual(title.length * 5 + 8);
});
