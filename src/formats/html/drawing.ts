/** Figures as SVG within the page: drawn in its colours, each said in words as well. */
import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { Figure } from '../../documents/blocks.ts';
import { barsDrawing } from '../../drawing/bars.ts';
import { matrixDrawing } from '../../drawing/matrix.ts';
import type { Shape } from '../../drawing/shape.ts';
import { plainText } from '../shared/text.ts';

/** The figure with its title. */
export function drawing(figure: Figure): Element {
  const shape = figure.kind === 'matrix' ? matrixDrawing(figure) : barsDrawing(figure);
  return h('figure', [h('figcaption', plainText(figure.title)), elementOf(shape)]);
}

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
