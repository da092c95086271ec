/** What drawings of figures hold, whatever their numbers and words are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BarsFigure, MatrixFigure } from '../../src/documents/blocks.ts';
import { figureDrawing } from '../../src/drawing/figure.ts';
import { extentOf, type Shape } from '../../src/drawing/shape.ts';

const everywhere = { width: Infinity, height: Infinity };

const words = fc.string({ minLength: 1, maxLength: 30 });

const bars: fc.Arbitrary<BarsFigure> = fc
  .record({
    title: words,
    labels: fc.array(words, { minLength: 1, maxLength: 12 }),
    bars: fc.array(fc.tuple(words, fc.array(fc.nat(5000), { minLength: 12, maxLength: 12 })), { maxLength: 6 }),
  })
  .map(({ title, labels, bars }) => ({
    type: 'figure',
    kind: 'bars',
    id: 'bars',
    title,
    parts: labels.map(label => ({ label, tone: 'good' })),
    bars: bars.map(([label, values]) => ({ label, values: values.slice(0, labels.length) })),
  }));

const matrix: fc.Arbitrary<MatrixFigure> = fc
  .record({
    across: fc.array(words, { minLength: 1, maxLength: 6 }),
    down: fc.array(words, { minLength: 1, maxLength: 6 }),
  })
  .map(({ across, down }) => ({
    type: 'figure',
    kind: 'matrix',
    id: 'matrix',
    title: 'Risks',
    across: { title: 'Impact', labels: across },
    down: { title: 'Likelihood', labels: down },
    cells: down.map((_, y) =>
      across.map((_label, x) => ({ count: x + y, word: across[x] ?? '', tone: 'bad' as const })),
    ),
  }));

const rectangles = ({ children }: Shape): Shape[] =>
  children.flatMap(child => (typeof child !== 'string' && child.tag === 'rect' ? [child] : []));

const texts = ({ children }: Shape): string[] =>
  children.flatMap(child => (typeof child !== 'string' && child.tag === 'text' ? [child.children.join('')] : []));

test('every part of a bar has its number, and bars are equally long', () => {
  fc.assert(
    fc.property(bars, figure => {
      const shape = figureDrawing(figure, everywhere) as Shape;
      const shown = texts(shape);
      for (const { values } of figure.bars)
        for (const value of values.filter(one => one > 0))
          expect(shown.some(text => text === String(value) || text.startsWith(`${value} `))).toBe(true);
      const used = figure.parts.filter((_, part) => figure.bars.some(({ values }) => values[part]));
      const parts = rectangles(shape).slice(0, rectangles(shape).length - used.length);
      const lengths = new Map<unknown, number>();
      for (const { attributes } of parts)
        lengths.set(attributes.y, (lengths.get(attributes.y) ?? 0) + Number(attributes.width));
      for (const length of lengths.values()) expect(length).toBeCloseTo(520, 0);
    }),
  );
});

test('nothing is drawn outside of a drawing', () => {
  fc.assert(
    fc.property(fc.oneof(bars, matrix), figure => {
      const shape = figureDrawing(figure, everywhere) as Shape;
      const { width, height } = extentOf(shape);
      for (const { attributes } of rectangles(shape)) {
        expect(Number(attributes.x)).toBeGreaterThanOrEqual(0);
        expect(Number(attributes.x) + Number(attributes.width)).toBeLessThanOrEqual(width + 0.1);
        expect(Number(attributes.y) + Number(attributes.height)).toBeLessThanOrEqual(height + 0.1);
      }
    }),
  );
});

test('what finds no room is not drawn', () => {
  fc.assert(
    fc.property(matrix, figure => {
      const { width, height } = extentOf(figureDrawing(figure, everywhere) as Shape);
      expect(figureDrawing(figure, { width, height })).toBeDefined();
      expect(figureDrawing(figure, { width: width - 1, height })).toBeUndefined();
      expect(figureDrawing(figure, { width, height: height - 1 })).toBeUndefined();
    }),
  );
});

test('parts of one tone have shades of their own, whatever is not seen', () => {
  const figure: BarsFigure = {
    type: 'figure',
    kind: 'bars',
    id: 'bars',
    title: 'Controls',
    parts: [
      { label: 'Implemented', tone: 'good' },
      { label: 'Partial', tone: 'attention' },
      { label: 'Begun', tone: 'attention' },
      { label: 'Planned', tone: 'attention' },
    ],
    bars: [{ label: 'People', values: [3, 2, 0, 4] }],
  };
  const looks = rectangles(figureDrawing(figure, everywhere) as Shape).map(({ attributes }) => attributes.class);
  expect(looks).toEqual(['good', 'attention', 'attention shade-1', 'good', 'attention', 'attention shade-1']);
});
