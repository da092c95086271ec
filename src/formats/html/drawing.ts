/** Figures as SVG within the page: drawn in its colours, each said in words as well. */
import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { Figure } from '../../documents/blocks.ts';
import { figureDrawing } from '../../drawing/figure.ts';
import type { Extent, Shape } from '../../drawing/shape.ts';
import { plainText } from '../shared/text.ts';

/** In units of a drawing: wider ones would have letters that nobody can read in the width of a page. */
export const drawingRoom: Extent = { width: 1000, height: Infinity };

/** The figure with its title. */
export const drawing = (figure: Figure): Element =>
  h('figure', [
    h('figcaption', plainText(figure.title)),
    ...[figureDrawing(figure, drawingRoom)].flatMap(shape => (shape ? [elementOf(shape)] : [])),
  ]);

/** A shape as an element of the page; its texts are plain. */
function elementOf({ tag, attributes, children }: Shape): Element {
  const plain = Object.entries(attributes).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' ? plainText(value) : value,
  ]);
  return s(
    tag,
    Object.fromEntries(plain),
    children.map(child => (typeof child === 'string' ? plainText(child) : elementOf(child))),
  );
}
