/** The drawing of a figure, which every document that draws shows alike. */
import type { Figure } from '../documents/blocks.ts';
import { barsDrawing } from './bars.ts';
import { matrixDrawing } from './matrix.ts';
import { type Extent, extentOf, type Shape } from './shape.ts';

/**
 * The drawing of a figure; undefined where its words would need more room than there is, and the figure is better read as a table.
 * @param room in units of the drawing, of which a letter of a label is 13 high
 */
export function figureDrawing(figure: Figure, room: Extent): Shape | undefined {
  const shape = figure.kind === 'matrix' ? matrixDrawing(figure) : barsDrawing(figure);
  const { width, height } = extentOf(shape);
  return width <= room.width && height <= room.height ? shape : undefined;
}
