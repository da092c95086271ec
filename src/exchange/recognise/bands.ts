/** Tables of the levels of risk, with the scores of each. */
import type { GridRow, SourceCell } from '../cells.ts';
import { usualScales } from '../values/words.ts';
import { areLabels, isCell, wholeNumber } from './lookup-columns.ts';
import { areThings, has, isLevelHeading, isRisk, looksLikeRegister } from './lookup-headings.ts';
import { comparableWhole } from './normalise.ts';

export interface LookupBand {
  readonly label: string;
  readonly from?: number;
  readonly to?: number;
  readonly cells: readonly SourceCell[];
}

/** The levels, and the columns that they have no place for. */
export interface FoundBands {
  readonly bands: readonly LookupBand[];
  readonly unused: readonly number[];
}

/** `wide` is the whole row of the headings, also beyond empty columns. */
export function bandsOf(
  head: GridRow,
  body: readonly GridRow[],
  caption: string,
  wide: GridRow,
): FoundBands | undefined {
  const levels = head.findIndex(
    (cell, x) => cell && areLabels(body, x) && (isLevelHeading(cell.text) || (isRisk(cell.text) && areUsual(body, x))),
  );
  if (areThings(head.filter((_, x) => x !== levels))) return undefined;
  if (levels < 0 && !has(caption, 'level')) return undefined;
  const scores = scoresOf(head, body, wide);
  const label = levels >= 0 ? levels : otherLabel(head, body, scores?.columns ?? []);
  if (!scores || label === undefined) return undefined;
  const bands = body.map(
    (row, y): LookupBand => ({
      label: row[label]?.text as string,
      ...scores.ranges[y],
      cells: [label, ...scores.columns].map(x => row[x]).filter(isCell),
    }),
  );
  return {
    bands: bands.sort((a, b) => startOf(a) - startOf(b)),
    unused: head.map((_, x) => x).filter(x => x !== label && !scores.columns.includes(x)),
  };
}

const areUsual = (body: readonly GridRow[], x: number): boolean =>
  usualScales.some(scale => body.every(row => scale.includes(comparableWhole(row[x]?.text ?? ''))));

/** Without a heading that says so, the first words are the levels, unless the table could be a register. */
const otherLabel = (head: GridRow, body: readonly GridRow[], scores: readonly number[]): number | undefined =>
  looksLikeRegister(head) ? undefined : head.map((_, x) => x).find(x => !scores.includes(x) && areLabels(body, x));

interface Range {
  readonly from?: number;
  readonly to?: number;
}

const startOf = ({ from, to }: Range): number => from ?? to ?? 0;

interface Scores {
  readonly columns: readonly number[];
  readonly ranges: readonly Range[];
}

/** From bounds in columns of their own, or from a column of ranges. Numbers that are no ranges have to be called scores. */
function scoresOf(head: GridRow, body: readonly GridRow[], wide: GridRow): Scores | undefined {
  const from = head.findIndex(cell => cell && /^(?:from|von|min|minimum|lower)\b/i.test(cell.text));
  const to = head.findIndex(cell => cell && /^(?:to|bis|max|maximum|upper)\b/i.test(cell.text));
  const bounds = body.map(row => ({
    ...bound('from', wholeNumber(row[from]?.text)),
    ...bound('to', wholeNumber(row[to]?.text)),
  }));
  if (areBounds(bounds)) return { columns: [from, to].filter(x => x >= 0), ranges: bounds };
  for (const [x, cell] of head.entries()) {
    const ranges = body.map(row => rangeOf(row[x]?.text));
    if (!areBounds(ranges)) continue;
    const areRanges = body.some(row => wholeNumber(row[x]?.text) === undefined);
    const areScores = cell !== undefined && has(cell.text, 'range') && !/\b(?:number|count|anzahl)\b/i.test(cell.text);
    if (areRanges || (areScores && isOneWay(ranges) && !looksLikeRegister(wide))) return { columns: [x], ranges };
  }
  return undefined;
}

const bound = (key: 'from' | 'to', value: number | undefined): Range => (value === undefined ? {} : { [key]: value });

const areBounds = (ranges: readonly (Range | undefined)[]): ranges is Range[] =>
  ranges.every(
    range =>
      range !== undefined &&
      startOf(range) <= (range.to ?? startOf(range)) &&
      (range.from !== undefined || range.to !== undefined),
  );

/** Counts go up and down, scores from one end to the other. */
function isOneWay(ranges: readonly Range[]): boolean {
  const steps = ranges.slice(1).map((range, index) => startOf(range) - startOf(ranges[index] as Range));
  return steps.every(step => step > 0) || steps.every(step => step < 0);
}

/** `1-4`, `1 to 4`, `<5`, `>= 17`, `17+`, `ab 17`. */
export function rangeOf(text: string | undefined): Range | undefined {
  if (text === undefined || text.length > 30) return undefined;
  const both = /^(\d{1,4}) ?(?:-|–|—|to|bis|\.\.|…|and|und) ?(\d{1,4})$/i.exec(text);
  if (both) return { from: Number(both[1]), to: Number(both[2]) };
  const below = /^(<|<=|≤|bis|up to|max\.?) ?(\d{1,4})$/i.exec(text);
  if (below) return { to: Number(below[2]) - (below[1] === '<' ? 1 : 0) };
  const above = /^(>|>=|≥|ab|from|over|min\.?) ?(\d{1,4})$/i.exec(text) ?? /^()(\d{1,4}) ?\+$/.exec(text);
  if (above) return { from: Number(above[2]) + (above[1] === '>' || /^over$/i.test(above[1] ?? '') ? 1 : 0) };
  const one = wholeNumber(text);
  return one === undefined ? undefined : { from: one, to: one };
}
