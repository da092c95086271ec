/** Tables that say how risks are assessed: scales of likelihood and impact, levels with their scores, a matrix. */
import type { Grid, GridRow, SourceCell } from '../cells.ts';
import { usualScales } from '../values/words.ts';
import { bandsOf, type LookupBand } from './bands.ts';
import { type Block, distinctCells } from './blocks.ts';
import { areLabels, isCell, isCounting, wholeNumber } from './lookup-columns.ts';
import { columnsNaming, countsSteps, has, isGeneral, isLevelHeading, looksLikeRegister } from './lookup-headings.ts';
import { comparableWhole } from './normalise.ts';

export interface LookupStep {
  readonly value: number;
  readonly label: string;
  readonly meaning?: string;
  readonly cells: readonly SourceCell[];
}

export type Lookup =
  | { readonly type: 'scale'; readonly of: 'likelihood' | 'impact'; readonly steps: readonly LookupStep[] }
  | { readonly type: 'levels'; readonly bands: readonly LookupBand[] }
  | {
      readonly type: 'matrix';
      /** In the order of the table. */
      readonly likelihood: readonly string[];
      readonly impact: readonly string[];
      /** By likelihood, then impact. */
      readonly levels: readonly (readonly string[])[];
    };

export interface FoundLookup {
  readonly lookups: readonly Lookup[];
  /** All cells of it. */
  readonly cells: readonly SourceCell[];
  /** Those of columns that the method has no place for. */
  readonly unused: ReadonlySet<SourceCell>;
}

/** The longest scale or list of levels that is one. */
const mostSteps = 12;

/**
 * Reads a block as a lookup table; undefined if it is none. Needed are words of the method in its headings, in the line above them or in
 * the name of its sheet.
 */
export function lookupOf(grid: Grid, block: Block): FoundLookup | undefined {
  const rows = rowsOf(grid, block);
  const cells = [...new Set(rows.flatMap(row => row.filter(isCell)))];
  let start = 0;
  let caption = `${grid.sheet} ${grid.caption?.text ?? ''}`;
  while (rows[start] && distinctCells(rows[start] as GridRow).length === 1)
    caption = rows[start++]?.find(isCell)?.text ?? '';
  const head = rows[start];
  const body = rows.slice(start + 1);
  if (!head || body.length < 2 || body.length > mostSteps || head.some(isOfIncidents)) return undefined;
  const matrix = matrixOf(head, body, start > 0 ? caption : '');
  if (matrix) return { lookups: [matrix], cells, unused: new Set() };
  const wide = grid.rows[block.top + start] ?? head;
  // A row of data has numbers, headings have none.
  const isHead = head.every(cell => wholeNumber(cell?.text) === undefined);
  const found = isHead ? bandsOf(head, body, caption, wide) : undefined;
  if (found) {
    const rest = [head, ...body].flatMap(row => found.unused.map(x => row[x]).filter(isCell));
    return { lookups: [{ type: 'levels', bands: found.bands }], cells, unused: new Set(rest) };
  }
  const scales = isHead && !isGrid(head, body) ? scalesOf(head, body, caption, wide) : [];
  const all = scales.length ? scales : withoutHead(rows.slice(start), caption);
  const lookups = all.filter(lookup => lookup.type !== 'scale' || !isReversed(lookup.steps));
  return lookups.length ? { lookups, cells, unused: new Set() } : undefined;
}

const rowsOf = ({ rows }: Grid, { top, bottom, left, right }: Block): GridRow[] =>
  rows.slice(top, bottom + 1).map(row => Array.from({ length: right - left + 1 }, (_, x) => row[left + x]));

/**
 * Likelihood down and impact across, or the other way round; levels as words, perhaps behind a count as in `2 (high)`. Both names stand in
 * the corner, or one of them on the line above and the other in the corner or beside the rows.
 */
function matrixOf(head: GridRow, body: readonly GridRow[], above: string): Lookup | undefined {
  const [side] = distinctCells([head, ...body].map(row => row[0]));
  const isBeside = [head, ...body].every(row => row[0] === undefined || row[0] === side) && body.some(row => row[0]);
  const within = (row: GridRow): GridRow => row.slice(isBeside ? 1 : 0);
  const corner = [isBeside ? side?.text : '', within(head)[0]?.text].filter(Boolean).join(' ');
  const isLikelihoodDown = saysDown(corner, above);
  if (isLikelihoodDown === undefined) return undefined;
  const across = within(head)
    .slice(1)
    .map(cell => cell?.text);
  const down = body.map(row => within(row)[0]?.text);
  const levels = body.map(row => across.map((_, x) => levelWord(within(row)[x + 1]?.text)));
  if (across.length < 2 || [...across, ...down, ...levels.flat()].some(text => text === undefined)) return undefined;
  const table = levels as string[][];
  const words = { across: across.map(axisWord), down: down.map(axisWord) };
  const byLikelihood = isLikelihoodDown ? table : words.across.map((_, x) => table.map(row => row[x] as string));
  return {
    type: 'matrix',
    likelihood: isLikelihoodDown ? words.down : words.across,
    impact: isLikelihoodDown ? words.across : words.down,
    levels: byLikelihood,
  };
}

/** Whether likelihood goes down; undefined if the names of the sides are not there. */
function saysDown(corner: string, above: string): boolean | undefined {
  const [likelihood, impact] = [has(corner, 'likelihood'), has(corner, 'impact')];
  if (likelihood && impact)
    return (
      comparableWhole(corner).search(/likelihood|probab|wahrschein|häufig/) <
      comparableWhole(corner).search(/impact|auswirk|schaden|sever|conseq/)
    );
  if (likelihood && has(above, 'impact')) return true;
  return impact && has(above, 'likelihood') ? false : undefined;
}

/** `5 Severe` beside a matrix is its fifth step. */
const axisWord = (text: string | undefined): string => numberedWord(text ?? '')?.word ?? text ?? '';

function levelWord(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const inner = /^\d+ \(([^()]+)\)$/.exec(text)?.[1] ?? text;
  return /\p{L}/u.test(inner) && inner.length <= 40 ? inner : undefined;
}

type Subject = 'likelihood' | 'impact';

const subjects = ['likelihood', 'impact'] as const;

/** Classes of incidents have times in which somebody has to answer, and none of them is a step of a risk. */
const isOfIncidents = (cell: SourceCell | undefined): boolean =>
  cell !== undefined &&
  /\b(?:response|reaction|resolution|escalation|sla|reaktionszeit|lösungszeit|wiederherstellungszeit)\b/i.test(
    cell.text,
  );

/** What counts how many there are of each step counts no steps. */
const countsThings = (cell: SourceCell | undefined): boolean =>
  cell !== undefined &&
  /\b(?:count|number of|how many|anzahl|open|closed|offen|geschlossen|total|summe|incidents?|vorfälle)\b/i.test(
    cell.text,
  );

/** Several columns of levels below headings that name neither side are a matrix, and no scale with its meanings. */
const isGrid = (head: GridRow, body: readonly GridRow[]): boolean =>
  head.filter(
    (cell, x) =>
      cell !== undefined &&
      !subjects.some(subject => has(cell.text, subject)) &&
      body.every(row => isUsual(levelWord(row[x]?.text) ?? '')),
  ).length > 1;

const isUsual = (word: string): boolean => usualScales.some(scale => scale.includes(comparableWhole(word)));

/** Whether usual words go down while their numbers go up: a mere order of precedence, or a count. */
function isReversed(steps: readonly LookupStep[]): boolean {
  const words = steps.map(({ label }) => comparableWhole(label));
  return usualScales.some(scale => {
    const places = words.map(word => scale.indexOf(word)).filter(place => place >= 0);
    return (
      places.length > 1 &&
      places.length >= 0.5 * words.length &&
      places.every((place, index) => index === 0 || place < (places[index - 1] as number))
    );
  });
}

function scalesOf(head: GridRow, body: readonly GridRow[], caption: string, wide: GridRow): Lookup[] {
  const counting = head.map((_, x) => x).filter(x => isCounting(body, x) && !countsThings(head[x]));
  const [numbers = -1] = counting;
  if (looksLikeRegister(head, numbers) || (!countsSteps(head, numbers) && looksLikeRegister(wide))) return [];
  const labels = subjects.map(of => labelColumn(of, head, body, caption, numbers));
  // Each column belongs to the words to its left.
  const ownerOf = (x: number): number | undefined =>
    labels
      .filter(label => label !== undefined && label <= x)
      .sort((a = 0, b = 0) => b - a)
      .at(0) ?? labels.filter(label => label !== undefined).sort((a = 0, b = 0) => a - b)[0];
  return subjects.flatMap((of, index): Lookup[] => {
    const label = labels[index];
    if (label === undefined) return [];
    const own = head.map((_, x) => x).filter(x => ownerOf(x) === label);
    const values = counting.find(x => own.includes(x)) ?? numbers;
    const others = own.filter(x => x !== label && x !== values);
    const meanings = [...others.filter(x => x > label), ...others.filter(x => x < label)];
    const steps = stepsOf(head, body, { values, label, meanings });
    return steps ? [{ type: 'scale', of, steps }] : [];
  });
}

/** The words of a scale: in the column that has its name, or in one beside its numbers or below its caption. */
function labelColumn(
  of: Subject,
  head: GridRow,
  body: readonly GridRow[],
  caption: string,
  numbers: number,
): number | undefined {
  const named = columnsNaming(head, of);
  if (!named.length && !has(caption, of)) return undefined;
  const words = named.find(x => areLabels(body, x));
  if (words !== undefined) return words;
  // What is assessed has a number a row, and some of them again.
  if (named.some(x => x !== numbers && body.every(row => wholeNumber(row[x]?.text) !== undefined))) return undefined;
  if (named.some(x => isRepeated(body, x))) return undefined;
  const isCertain = named.includes(numbers) || has(caption, of);
  const others = columnsNaming(head, of === 'likelihood' ? 'impact' : 'likelihood');
  return head
    .map((_, x) => x)
    .find(x => {
      const text = head[x]?.text;
      const canBe = isCertain || text === undefined || isGeneral(text) || isLevelHeading(text);
      return canBe && !others.includes(x) && x !== numbers && areLabels(body, x);
    });
}

function isRepeated(body: readonly GridRow[], x: number): boolean {
  const texts = body.flatMap(row => row[x]?.text ?? []);
  return new Set(texts).size < texts.length;
}

/** A scale whose first line is a step already. It begins with the lowest step or ends with it. */
function withoutHead(rows: readonly GridRow[], caption: string): Lookup[] {
  const subject = subjects.find(each => has(caption, each));
  if (!subject || rows.length < 3 || !isCounting(rows, 0) || !areLabels(rows, 1)) return [];
  if ([rows[0], rows.at(-1)].every(row => (wholeNumber(row?.[0]?.text) ?? 2) > 1)) return [];
  const meanings = (rows[0] ?? []).map((_, x) => x).slice(2);
  const steps = stepsOf([], rows, { values: 0, label: 1, meanings });
  return steps ? [{ type: 'scale', of: subject, steps }] : [];
}

interface StepColumns {
  /** -1 if the numbers stand beside the words. */
  readonly values: number;
  readonly label: number;
  readonly meanings: readonly number[];
}

/** Steps from columns, or from labels such as `1 - Rare`. */
function stepsOf(
  head: GridRow,
  body: readonly GridRow[],
  { values, label, meanings }: StepColumns,
): LookupStep[] | undefined {
  const steps = body.map((row): LookupStep | undefined => {
    const text = row[label]?.text;
    const numbered = text === undefined ? undefined : numberedWord(text);
    const value = values >= 0 ? wholeNumber(row[values]?.text) : numbered?.value;
    const word = numbered?.word ?? text;
    if (value === undefined || word === undefined) return undefined;
    const meaning = meaningOf(head, row, value, meanings);
    return { value, label: word, ...(meaning !== '' && { meaning }), cells: row.filter(isCell) };
  });
  return steps.every(step => step !== undefined)
    ? (steps as LookupStep[]).sort((a, b) => a.value - b.value)
    : undefined;
}

/** What the other columns say of a step: the first as it stands, the others with their headings. */
function meaningOf(head: GridRow, row: GridRow, value: number, columns: readonly number[]): string {
  const said = columns.flatMap((x, index) => {
    const cell = row[x];
    // A merged cell stands at several places.
    if (!cell || cell.text === `${value}` || columns.slice(0, index).some(other => row[other] === cell)) return [];
    const heading = head[x]?.text;
    return index === 0 || heading === undefined ? cell.text : `${heading}: ${cell.text}`;
  });
  return said.join('; ');
}

/** What stands behind a number of something: `3 of 5`, `2 times a year`. */
const afterCount =
  /^(?:of|out of|von|aus|in|to|bis|and|und|or|oder|per|pro|times?|mal|x|h|hrs?|hours?|stunden?|std|min|mins|minutes?|minuten?|days?|weeks?|months?|quarters?|years?|tage?n?|wochen?|monate?n?|quartale?n?|jahre?n?|k|m|mn|mio|mill|million(?:s|en)?|mrd|bn|billions?|tsd|thousand|tausend|teur|keur|meur|euros?|eur|usd|chf|gbp|dollars?|percent|prozent|users?|customers?|records?|people|persons?|employees?|events?|incidents?|cases?|systems?|clients?|sites?|nutzer|benutzer|anwender|kunden?|datensätze?n?|personen?|mitarbeiter|ereignisse?|vorfälle?|fälle?|systeme?|standorte?)(?![\p{L}\d])/iu;

/** `4 - Likely`, `4: Likely`, `4 (Likely)`, `Likely (4)`, `4 Likely`. */
export function numberedWord(text: string): { readonly value: number; readonly word: string } | undefined {
  const before = /^(\d{1,3})(\s?[-–—:=.)/(]+\s?|\s)(\p{L}.*)$/u.exec(text);
  const [, number, between = '', behind = ''] = before ?? [];
  if (before && !afterCount.test(behind))
    return { value: Number(number), word: (between.includes('(') ? behind.replace(/\)$/, '') : behind).trim() };
  const after = /^(\p{L}[^()\d]*)\((\d{1,3})\)$/u.exec(text) ?? /^(\p{L}{3}[^()\d]*?) ?[-–:=] ?(\d{1,3})$/u.exec(text);
  return after ? { value: Number(after[2]), word: (after[1] as string).trim() } : undefined;
}
