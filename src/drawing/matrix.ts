/** How many there are of each combination, as a matrix: its cells with counts and words, and its two axes. */
import type { MatrixFigure } from '../documents/blocks.ts';
import { box, drawing, letter, type Shape, text } from './shape.ts';

/** In units of the drawing: the room for labels at the left and above, and the size of a cell. */
export interface MatrixSize {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** As documents have it: cells and the room at the left are as wide as their longest word needs. */
function documentSize({ across, down, cells }: MatrixFigure): MatrixSize {
  const words = [...across.labels, ...cells.flat().flatMap(({ word }) => word ?? [])];
  return {
    left: Math.max(120, longest(down.labels) * letter + 20),
    top: 30,
    width: Math.max(110, longest(words) * letter + 12),
    height: 38,
  };
}

const longest = (words: readonly string[]): number => words.reduce((most, { length }) => Math.max(most, length), 0);

/** What a matrix says in words, for those who cannot see it. */
export function matrixWords({ title, across, down, cells, none = 'None' }: MatrixFigure): string {
  const parts = down.labels.flatMap((label, y) =>
    across.labels.flatMap((other, x) => {
      const cell = cells[y]?.[x];
      return cell?.count ? [`${label}, ${other}${cell.word ? ` (${cell.word})` : ''}: ${cell.count}`] : [];
    }),
  );
  return `${title}. ${parts.length ? parts.join('; ') : none}.`;
}

/** The whole size of a matrix. */
export const matrixExtent = ({ across, down }: MatrixFigure, size: MatrixSize): { width: number; height: number } => ({
  width: size.left + across.labels.length * size.width,
  height: size.top + down.labels.length * size.height + 30,
});

/** The title above the labels at the left; a long one begins at the edge and reaches over the cells, above which there is room. */
const downTitle = (title: string, { left }: MatrixSize): Shape =>
  title.length * letter > left - 10 ? text(0, 18, title, 'axis', 'start') : text(left - 10, 18, title, 'axis', 'end');

/** Titles and labels of both axes. */
export function matrixAxes(figure: MatrixFigure, size: MatrixSize): Shape[] {
  const { across, down } = figure;
  const { width } = matrixExtent(figure, size);
  const bottom = size.top + down.labels.length * size.height + 20;
  return [
    downTitle(down.title, size),
    text(width, 18, across.title, 'axis', 'end'),
    ...down.labels.map((label, y) =>
      text(size.left - 10, size.top + (y + 0.5) * size.height + 5, label, 'label', 'end'),
    ),
    ...across.labels.map((label, x) => text(size.left + (x + 0.5) * size.width, bottom, label, 'label')),
  ];
}

/** The cells, each with its count and its word. */
export function matrixCells({ down, across, cells }: MatrixFigure, size: MatrixSize): Shape[] {
  return down.labels.flatMap((_, y) =>
    across.labels.flatMap((_label, x) => {
      const cell = cells[y]?.[x];
      const top = size.top + y * size.height;
      const left = size.left + x * size.width;
      const middle = left + size.width / 2;
      return [
        box(left, top, size.width, size.height, cell?.tone),
        ...(cell?.count ? [text(middle, top + 17, String(cell.count), 'strong')] : []),
        ...(cell?.word ? [text(middle, top + 31, cell.word, 'axis')] : []),
      ];
    }),
  );
}

/** The drawing of a matrix as documents have it. */
export function matrixDrawing(figure: MatrixFigure): Shape {
  const size = documentSize(figure);
  const { width, height } = matrixExtent(figure, size);
  return drawing(width, height, matrixWords(figure), [...matrixAxes(figure, size), ...matrixCells(figure, size)]);
}
