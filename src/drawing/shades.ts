/** Parts of bars that mean the same to a reader have the same colour, so each of them has a shade of its own. */
import type { BarsFigure } from '../documents/blocks.ts';

/** So many shades of a colour can be told apart. */
const mostShades = 3;

/** The shade of each part, from 0 for the colour as it is, among those that are seen and have its tone. */
export const shadesOf = ({ parts, bars }: Pick<BarsFigure, 'parts' | 'bars'>): number[] => {
  const isSeen = (part: number): boolean => bars.some(({ values }) => values[part]);
  return parts.map(({ tone }, at) => {
    const before = parts.filter((other, part) => part < at && other.tone === tone && isSeen(part));
    return Math.min(before.length, mostShades - 1);
  });
};
