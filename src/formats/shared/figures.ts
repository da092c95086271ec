/** Which figures are drawn: those whose words find room. The others are tables. */
import type { Block } from '../../documents/blocks.ts';
import { figureDrawing } from '../../drawing/figure.ts';
import type { Extent } from '../../drawing/shape.ts';
import { figureTable } from './tables.ts';

/**
 * A block, or its table if it is a figure that cannot be drawn.
 * @param room for a drawing, in its units, of which a letter of a label is 13 high
 */
export const drawnOrTable = (block: Block, room: Extent): Block =>
  block.type === 'figure' && !figureDrawing(block, room) ? figureTable(block) : block;
