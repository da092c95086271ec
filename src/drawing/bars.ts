/** Parts of a whole, a bar for each. */
import type { BarsFigure } from '../documents/blocks.ts';
import { box, drawing, type Shape, text } from './shape.ts';

/** In units of the drawing. */
const left = 120;
const bar = { width: 520, height: 26, step: 40 };

/** The drawing of bars, with the counts in them and what the parts are called. */
export function barsDrawing({ title, parts, bars }: BarsFigure): Shape {
  const width = left + bar.width;
  const height = bars.length * bar.step + 30;
  const shapes = bars.flatMap(({ label, values }, y) => {
    const top = y * bar.step + 4;
    const total = values.reduce((sum, value) => sum + value, 0);
    let x = left;
    const boxes = values.flatMap((value, index) => {
      if (!value) return [];
      const share = (bar.width * value) / total;
      const from = x;
      x += share;
      const words = share < 90 ? String(value) : `${value} ${parts[index]?.label}`;
      return [box(from, top, share, bar.height, parts[index]?.tone), text(from + share / 2, top + 18, words, 'label')];
    });
    return [text(left - 10, top + 18, label, 'label', 'end'), ...boxes];
  });
  const words = bars.map(({ label, values }) => {
    return `${label}: ${values.map((value, index) => `${value} ${parts[index]?.label}`).join(', ')}`;
  });
  const legend = text(width, height - 8, parts.map(({ label }) => label).join(' · '), 'axis', 'end');
  return drawing(width, height, `${title}. ${words.join('; ')}.`, [...shapes, legend]);
}
