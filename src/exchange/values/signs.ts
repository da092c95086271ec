/** Signs in cells that say yes or no: ticks, crosses, and boxes. */
import type { Grid, GridRow, SourceCell } from '../cells.ts';

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

/** Signs as pages and tickets write them: `:x:` is a cross. Others are signs that say neither yes nor no. */
const shortcodes: ReadonlyMap<string, string> = new Map([
  ...['white_check_mark', 'heavy_check_mark', 'ballot_box_with_check', 'check_mark', 'check', 'tick'].map(
    code => [code, '✓'] as const,
  ),
  ...[
    'x',
    'cross',
    'cross_mark',
    'negative_squared_cross_mark',
    'no_entry',
    'no_entry_sign',
    'heavy_multiplication_x',
    'error',
  ].map(code => [code, '❌'] as const),
  ...['question', 'grey_question'].map(code => [code, '❓'] as const),
]);

const shortcode = /(?<![\p{L}\p{N}:]):([a-z][a-z0-9_+-]{0,40}):(?![\p{L}\p{N}:])/giu;

const withoutShortcodes = (text: string): string =>
  text.replace(shortcode, (_, code: string) => shortcodes.get(code.toLowerCase()) ?? '⚠');

export interface SignedText {
  readonly signs: ReadonlySet<Sign>;
  /** The text without them. */
  readonly words: string;
}

export function signsOf(text: string): SignedText {
  const signs = new Set<Sign>();
  let words = withoutShortcodes(text).replace(/[\uFE0E\uFE0F]/gu, '');
  for (const [sign, pattern] of kinds)
    words = words.replace(pattern, () => {
      signs.add(sign);
      return ' ';
    });
  return { signs, words: words.trim() };
}

/**
 * Cells in a column that has both an empty box and one that is not, as forms have them, know whether they are ticked; and an `x` in a
 * column that says yes or no by other signs knows that it may be a cross.
 */
export function withTicks(grid: Grid): Grid {
  const boxes = new Set<number>();
  const crosses = new Set<number>();
  const width = Math.max(0, ...grid.rows.map(row => row.length));
  for (let x = 0; x < width; x++) {
    const kinds = new Set(grid.rows.flatMap(row => boxOf(row[x]?.text ?? '') ?? []));
    if (kinds.size === 2) boxes.add(x);
    const first = grid.rows.findIndex(row => isX(row[x]?.text ?? ''));
    if (first >= 0 && grid.rows.some((row, y) => answersOtherwise(row, x, y < first))) crosses.add(x);
  }
  if (!boxes.size && !crosses.size) return grid;
  // Of a merged range each place holds the same cell.
  const marked = new Map<SourceCell, SourceCell>();
  const mark = (cell: SourceCell, x: number): SourceCell => {
    const isTicked = boxes.has(x) ? boxOf(cell.text) : undefined;
    const mayBeCross = crosses.has(x) && isX(cell.text);
    if (isTicked === undefined && !mayBeCross) return cell;
    if (!marked.has(cell))
      marked.set(cell, { ...cell, ...(isTicked !== undefined && { isTicked }), ...(mayBeCross && { mayBeCross }) });
    return marked.get(cell) as SourceCell;
  };
  return { ...grid, rows: grid.rows.map(row => row.map((cell, x) => cell && mark(cell, x))) };
}

/** A mark, which is a tick where a column has nothing else. */
export const isX = (text: string): boolean => /^\s*x\s*$/i.test(text);

const yes = new Set(['yes', 'y', 'ja', 'j', 'true', 'wahr', '1']);
const no = new Set(['no', 'n', 'nein', 'false', 'falsch', '0']);

/** Whether a cell says yes in another way than by an x, or no by a cross. Above the first x, `Yes` beside `No` are headings. */
function answersOtherwise(row: GridRow, x: number, isAbove: boolean): boolean {
  const wordAt = (column: number): string => row[column]?.text.trim().toLowerCase() ?? '';
  const { signs } = signsOf(wordAt(x));
  if (signs.has('tick') || signs.has('cross')) return true;
  return yes.has(wordAt(x)) && !(isAbove && (no.has(wordAt(x - 1)) || no.has(wordAt(x + 1))));
}

/** Whether a box is filled; undefined for what is none, or several. */
function boxOf(text: string): boolean | undefined {
  const { signs } = signsOf(text);
  const isFilled = signs.has('crossed') || signs.has('tick');
  return isFilled === signs.has('box') ? undefined : isFilled;
}
