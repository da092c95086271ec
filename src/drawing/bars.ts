/** Parts of a whole, a bar for each, with the count of every part in it and a legend below. */
import type { BarsFigure } from '../documents/blocks.ts';
import { shadesOf } from './shades.ts';
import { box, drawing, letter, type Shape, text } from './shape.ts';

/** In units of the drawing. */
const bar = { width: 520, height: 26, step: 34 };
/** The least room for labels at the left, and for a part that is drawn at all: that of three digits. */
const least = { left: 120, part: 26 };
const swatch = { size: 12, gap: 6, after: 18, step: 20 };

/** A part with the class of its boxes. */
interface Part {
  readonly label: string;
  readonly look: string;
}

/** The drawing of bars as documents have it. */
export function barsDrawing({ title, parts: all, bars }: BarsFigure): Shape {
  const shades = shadesOf({ parts: all, bars });
  const parts = all.map(
    ({ label, tone }, at): Part => ({ label, look: shades[at] ? `${tone} shade-${shades[at]}` : tone }),
  );
  const longest = Math.max(0, ...bars.map(({ label }) => label.length));
  const left = Math.max(least.left, longest * letter + 14);
  const used = parts.filter((_, part) => bars.some(({ values }) => values[part]));
  const legend = legendOf(used, left, bars.length * bar.step + 8);
  const width = Math.max(left + bar.width, legend.width);
  const words = bars.map(({ label, values }) => {
    return `${label}: ${values.map((value, index) => `${value} ${parts[index]?.label}`).join(', ')}`;
  });
  return drawing(width, legend.bottom, `${title}. ${words.join('; ')}.`, [
    ...bars.flatMap((one, y) => barShapes(one, parts, left, y * bar.step + 4)),
    ...legend.shapes,
  ]);
}

function barShapes(
  { label, values }: BarsFigure['bars'][number],
  parts: readonly Part[],
  left: number,
  top: number,
): Shape[] {
  const widths = partWidths(values);
  let x = left;
  const boxes = values.flatMap((value, index) => {
    const width = widths[index] ?? 0;
    if (!width) return [];
    const from = x;
    x += width;
    const words = `${value} ${parts[index]?.label}`;
    const shown = words.length * letter + 8 > width ? String(value) : words;
    return [box(from, top, width, bar.height, parts[index]?.look), text(from + width / 2, top + 18, shown, 'label')];
  });
  return [text(left - 10, top + 18, label, 'label', 'end'), ...boxes];
}

/** How wide each part is, in units: what its number needs, and of the rest its share. */
function partWidths(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const count = values.filter(value => value > 0).length;
  const narrowest = Math.min(least.part, bar.width / count);
  const spare = bar.width - count * narrowest;
  return values.map(value => (value > 0 ? narrowest + (spare * value) / total : 0));
}

/** What the parts are called, each beside its colour, in as many lines as that takes. */
function legendOf(
  parts: readonly Part[],
  left: number,
  top: number,
): { shapes: Shape[]; width: number; bottom: number } {
  const right = left + bar.width;
  const shapes: Shape[] = [];
  let [x, y, width] = [left, top, 0];
  for (const { label, look } of parts) {
    const room = swatch.size + swatch.gap + label.length * letter;
    if (x > left && x + room > right) {
      x = left;
      y += swatch.step;
    }
    shapes.push(box(x, y, swatch.size, swatch.size, look));
    shapes.push(text(x + swatch.size + swatch.gap, y + 11, label, 'axis', 'start'));
    width = Math.max(width, x + room);
    x += room + swatch.after;
  }
  return { shapes, width, bottom: y + swatch.step };
}
