/** Signs in cells that say yes or no: ticks, crosses, and boxes. */
import type { Grid, SourceCell } from '../cells.ts';

/** `crossed` is a box with a cross: ticked in a form, a no elsewhere. */
export type Sign = 'tick' | 'cross' | 'box' | 'crossed' | 'question' | 'other';

const kinds: readonly (readonly [Sign, RegExp])[] = [
  ['tick', /[✓✔☑✅🗸🗹]|\[[x✓✔]\]/giu],
  ['cross', /[✗✘✕✖❌🗙🚫⛔]/gu],
  ['crossed', /[☒❎🗷🗵]/gu],
  ['box', /[☐□◻⬜🗆]|\[ ?\]/gu],
  ['question', /[?¿⁇？❓❔]/gu],
  // A red light, a warning, an hourglass.
  ['other', /(?![🟢👍])[\p{So}\p{Emoji_Presentation}]/gu],
];

export interface SignedText {
  readonly signs: ReadonlySet<Sign>;
  /** The text without them. */
  readonly words: string;
}

export function signsOf(text: string): SignedText {
  const signs = new Set<Sign>();
  let words = text.replace(/[\uFE0E\uFE0F]/gu, '');
  for (const [sign, pattern] of kinds)
    words = words.replace(pattern, () => {
      signs.add(sign);
      return ' ';
    });
  return { signs, words: words.trim() };
}

/** Cells in a column that has both an empty box and one that is not, as forms have them, know whether they are ticked. */
export function withTicks(grid: Grid): Grid {
  const columns = new Set<number>();
  const width = Math.max(0, ...grid.rows.map(row => row.length));
  for (let x = 0; x < width; x++) {
    const boxes = new Set(grid.rows.flatMap(row => boxOf(row[x]?.text ?? '') ?? []));
    if (boxes.size === 2) columns.add(x);
  }
  if (!columns.size) return grid;
  // Of a merged range each place holds the same cell.
  const ticked = new Map<SourceCell, SourceCell>();
  const tick = (cell: SourceCell): SourceCell => {
    const isTicked = boxOf(cell.text);
    if (isTicked === undefined) return cell;
    if (!ticked.has(cell)) ticked.set(cell, { ...cell, isTicked });
    return ticked.get(cell) as SourceCell;
  };
  return { ...grid, rows: grid.rows.map(row => row.map((cell, x) => (cell && columns.has(x) ? tick(cell) : cell))) };
}

/** Whether a box is filled; undefined for what is none, or several. */
function boxOf(text: string): boolean | undefined {
  const { signs } = signsOf(text);
  const isFilled = signs.has('crossed') || signs.has('tick');
  return isFilled === signs.has('box') ? undefined : isFilled;
}
