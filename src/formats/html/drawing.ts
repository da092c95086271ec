/** Figures as SVG within the page: drawn in its colours, each said in words as well. */
import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { BarsFigure, Figure, MatrixFigure } from '../../documents/blocks.ts';
import { plainText } from '../shared/text.ts';

/** In units of the drawing: the room for labels at the left and above, and the size of a cell. */
const LEFT = 120;
const TOP = 30;
const CELL = { width: 110, height: 52 };
const BAR = { width: 520, height: 26, step: 40 };

/** The figure with its title. */
export function drawing(figure: Figure): Element {
  const svg = figure.kind === 'matrix' ? matrix(figure) : bars(figure);
  return h('figure', [h('figcaption', plainText(figure.title)), svg]);
}

const text = (x: number, y: number, words: string, className: string, anchor = 'middle'): Element =>
  s('text', { x, y, textAnchor: anchor, className: [className] }, plainText(words));

const box = (x: number, y: number, width: number, height: number, tone: string | undefined): Element =>
  s('rect', { x, y, width, height, ...(tone && { className: [tone] }) });

function svgOf(width: number, height: number, label: string, children: readonly Element[]): Element {
  return s('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', ariaLabel: plainText(label) }, [...children]);
}

function matrix({ title, across, down, cells }: MatrixFigure): Element {
  const width = LEFT + across.labels.length * CELL.width;
  const height = TOP + down.labels.length * CELL.height + TOP;
  const parts: string[] = [];
  const shapes = down.labels.flatMap((label, y) => {
    const top = TOP + y * CELL.height;
    const boxes = across.labels.flatMap((other, x) => {
      const cell = cells[y]?.[x];
      const left = LEFT + x * CELL.width;
      const middle = left + CELL.width / 2;
      if (cell?.count) parts.push(`${label}, ${other}${cell.word ? ` (${cell.word})` : ''}: ${cell.count}`);
      return [
        box(left, top, CELL.width, CELL.height, cell?.tone),
        ...(cell?.count ? [text(middle, top + 24, String(cell.count), 'strong')] : []),
        ...(cell?.word ? [text(middle, top + 42, cell.word, 'axis')] : []),
      ];
    });
    return [text(LEFT - 10, top + CELL.height / 2 + 5, label, 'label', 'end'), ...boxes];
  });
  const bottom = TOP + down.labels.length * CELL.height + 20;
  const labels = across.labels.map((label, x) => text(LEFT + (x + 0.5) * CELL.width, bottom, label, 'label'));
  const axes = [text(LEFT - 10, 18, down.title, 'axis', 'end'), text(width, 18, across.title, 'axis', 'end')];
  return svgOf(width, height, `${title}. ${parts.length ? parts.join('; ') : 'None'}.`, [
    ...axes,
    ...shapes,
    ...labels,
  ]);
}

function bars({ title, parts, bars: all }: BarsFigure): Element {
  const width = LEFT + BAR.width;
  const height = all.length * BAR.step + TOP;
  const shapes = all.flatMap(({ label, values }, y) => {
    const top = y * BAR.step + 4;
    const total = values.reduce((sum, value) => sum + value, 0);
    let x = LEFT;
    const boxes = values.flatMap((value, index) => {
      if (!value) return [];
      const share = (BAR.width * value) / total;
      const left = x;
      x += share;
      return [
        box(left, top, Number(share.toFixed(2)), BAR.height, parts[index]?.tone),
        text(left + share / 2, top + 18, share < 90 ? String(value) : `${value} ${parts[index]?.label}`, 'label'),
      ];
    });
    return [text(LEFT - 10, top + 18, label, 'label', 'end'), ...boxes];
  });
  const words = all.map(({ label, values }) => {
    return `${label}: ${values.map((value, index) => `${value} ${parts[index]?.label}`).join(', ')}`;
  });
  const legend = text(width, height - 8, parts.map(({ label }) => label).join(' · '), 'axis', 'end');
  return svgOf(width, height, `${title}. ${words.join('; ')}.`, [...shapes, legend]);
}
