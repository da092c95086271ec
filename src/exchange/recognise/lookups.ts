/** Tables that say how risks are assessed: scales of likelihood and impact, levels with their scores, a matrix. */
import type { Grid, GridRow, SourceCell } from '../cells.ts';
import { type Block, distinctCells } from './blocks.ts';
import { headingsOf } from './headings.ts';
import { comparable, comparableWhole } from './normalise.ts';

export interface LookupStep {
  readonly value: number;
  readonly label: string;
  readonly meaning?: string;
  readonly cells: readonly SourceCell[];
}

export interface LookupBand {
  readonly label: string;
  readonly from?: number;
  readonly to?: number;
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
}

const subjects = {
  likelihood: [
    'likelihood',
    'probability',
    'eintrittswahrscheinlichkeit',
    'wahrscheinlichkeit',
    'häufigkeit',
    'eintrittshäufigkeit',
    'frequency',
  ],
  impact: [
    'impact',
    'auswirkung',
    'auswirkungen',
    'schadenshöhe',
    'schadensausmass',
    'severity',
    'consequence',
    'schaden',
    'schadensauswirkung',
  ],
  level: [
    'level',
    'levels',
    'risk level',
    'risk levels',
    'risikostufe',
    'risikostufen',
    'risikoklasse',
    'risikoklassen',
    'rating',
    'risk rating',
    'risk class',
  ],
  range: [
    'score',
    'range',
    'from',
    'von',
    'scores',
    'bereich',
    'risk score',
    'risikowert',
    'punkte',
    'score range',
    'wert',
    'risk value',
  ],
} as const;

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
  if (!head || body.length < 2 || body.length > mostSteps) return undefined;
  const lookups =
    matrixOf(head, body, caption) ?? scalesOf(head, body, caption) ?? withoutHead(rows.slice(start), caption);
  return lookups?.length ? { lookups, cells } : undefined;
}

const isCell = (cell: SourceCell | undefined): cell is SourceCell => cell !== undefined;

const rowsOf = ({ rows }: Grid, { top, bottom, left, right }: Block): GridRow[] =>
  rows.slice(top, bottom + 1).map(row => Array.from({ length: right - left + 1 }, (_, x) => row[left + x]));

function has(text: string, subject: keyof typeof subjects): boolean {
  const words = ` ${comparableWhole(text)} `;
  return subjects[subject].some(
    word => words.includes(` ${word} `) || (subject !== 'range' && word.length > 8 && words.includes(word)),
  );
}

/** Likelihood down and impact across, or the other way round; levels as words, perhaps behind a count as in `2 (high)`. */
function matrixOf(head: GridRow, body: readonly GridRow[], caption: string): Lookup[] | undefined {
  const corner = head[0]?.text ?? '';
  if (!has(corner, 'likelihood') || !has(corner, 'impact')) return undefined;
  const across = head.slice(1).map(cell => cell?.text);
  const down = body.map(row => row[0]?.text);
  const levels = body.map(row => head.slice(1).map((_, x) => levelWord(row[x + 1]?.text)));
  if (across.length < 2 || [...across, ...down, ...levels.flat()].some(text => text === undefined)) return undefined;
  const isLikelihoodDown =
    comparableWhole(corner).search(/likelihood|probab|wahrschein|häufig/) <
    comparableWhole(corner).search(/impact|auswirk|schaden|sever|conseq/);
  const table = levels as string[][];
  const words = { across: across as string[], down: down as string[] };
  const byLikelihood = isLikelihoodDown ? table : words.across.map((_, x) => table.map(row => row[x] as string));
  const matrix: Lookup = {
    type: 'matrix',
    likelihood: isLikelihoodDown ? words.down : words.across,
    impact: isLikelihoodDown ? words.across : words.down,
    levels: byLikelihood,
  };
  return caption === undefined ? undefined : [matrix];
}

function levelWord(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const inner = /^\d+ \(([^()]+)\)$/.exec(text)?.[1] ?? text;
  return /\p{L}/u.test(inner) && inner.length <= 40 ? inner : undefined;
}

function scalesOf(head: GridRow, body: readonly GridRow[], caption: string): Lookup[] | undefined {
  if (looksLikeRegister(head)) return undefined;
  const numbers = head.findIndex((_, x) => isCounting(body.map(row => row[x])));
  const ofHead = (subject: keyof typeof subjects): number => head.findIndex(cell => cell && has(cell.text, subject));
  const bands = bandsOf(head, body, caption);
  if (bands) return [bands];
  const found: Lookup[] = [];
  for (const subject of ['likelihood', 'impact'] as const) {
    const named = ofHead(subject);
    const isAbout = named >= 0 || has(caption, subject);
    if (!isAbout) continue;
    const label = labelColumn(head, body, named >= 0 && named !== numbers ? named : undefined, numbers);
    const steps =
      label === undefined ? undefined : stepsOf(body, numbers, label, meaningColumn(head, body, label, numbers));
    if (steps) found.push({ type: 'scale', of: subject, steps });
  }
  return found.length ? found : undefined;
}

/** A scale whose first line is a step already. */
function withoutHead(rows: readonly GridRow[], caption: string): Lookup[] | undefined {
  const subject = (['likelihood', 'impact'] as const).find(each => has(caption, each));
  if (!subject || rows.length < 3 || !isCounting(rows.map(row => row[0]))) return undefined;
  const steps = stepsOf(rows, 0, 1, 2);
  return steps && [{ type: 'scale', of: subject, steps }];
}

const registerFields = [
  ...[
    'asset',
    'threat',
    'owner',
    'treatment',
    'controls',
    'action',
    'vulnerability',
    'existingControls',
    'residualLikelihood',
  ],
  ...['assessed', 'acceptedOn', 'acceptedBy', 'acceptedUntil', 'due', 'actionOwner', 'actionStatus'],
];

/** Columns that only registers have. */
function looksLikeRegister(head: GridRow): boolean {
  const all = headingsOf('risk');
  const fields = new Set(head.filter(isCell).map(cell => all.get(comparable(cell.text))));
  return (
    registerFields.some(field => fields.has(field)) ||
    head.some(cell => cell && /^risk[ -]?id$|^risiko-?id$/i.test(cell.text))
  );
}

/** Whole numbers, each once, without gaps, up or down. */
function isCounting(cells: readonly (SourceCell | undefined)[]): boolean {
  const numbers = cells.map(cell => wholeNumber(cell?.text));
  if (numbers.some(number => number === undefined)) return false;
  const step = (numbers[1] as number) - (numbers[0] as number);
  return Math.abs(step) === 1 && numbers.every((number, index) => number === (numbers[0] as number) + index * step);
}

export const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;

function labelColumn(
  head: GridRow,
  body: readonly GridRow[],
  wanted: number | undefined,
  numbers: number,
): number | undefined {
  const isLabels = (x: number): boolean => {
    const texts = body.map(row => row[x]?.text);
    return (
      texts.every(text => text !== undefined && text.length <= 40 && /\p{L}/u.test(text)) &&
      new Set(texts.map(text => comparableWhole(text as string))).size === texts.length
    );
  };
  if (wanted !== undefined && isLabels(wanted)) return wanted;
  return head.map((_, x) => x).find(x => x !== numbers && isLabels(x));
}

const meaningColumn = (head: GridRow, body: readonly GridRow[], label: number, numbers: number): number | undefined =>
  head.map((_, x) => x).find(x => x !== label && x !== numbers && x > label && body.some(row => row[x]));

/** Steps from columns, or from labels such as `1 - Rare`. */
function stepsOf(
  body: readonly GridRow[],
  numbers: number,
  label: number,
  meaning: number | undefined,
): LookupStep[] | undefined {
  const steps = body.map((row): LookupStep | undefined => {
    const text = row[label]?.text;
    const numbered = text === undefined ? undefined : numberedWord(text);
    const value = numbers >= 0 ? wholeNumber(row[numbers]?.text) : numbered?.value;
    const word = numbered?.word ?? text;
    if (value === undefined || word === undefined) return undefined;
    const more = meaning === undefined ? undefined : row[meaning]?.text;
    return { value, label: word, ...(more !== undefined && { meaning: more }), cells: row.filter(isCell) };
  });
  return steps.every(step => step !== undefined)
    ? (steps as LookupStep[]).sort((a, b) => a.value - b.value)
    : undefined;
}

/** `4 - Likely`, `4: Likely`, `4 (Likely)`, `Likely (4)`, `4 Likely`. */
export function numberedWord(text: string): { readonly value: number; readonly word: string } | undefined {
  const before = /^(\d{1,3})(?:\s?[-–—:=.)/(]+\s?|\s)(\p{L}.*)$/u.exec(text);
  if (before) return { value: Number(before[1]), word: (before[2] as string).replace(/\)$/, '').trim() };
  const after = /^(\p{L}[^()\d]*)\((\d{1,3})\)$/u.exec(text) ?? /^(\p{L}{3}[^()\d]*?) ?[-–:=] ?(\d{1,3})$/u.exec(text);
  return after ? { value: Number(after[2]), word: (after[1] as string).trim() } : undefined;
}

function bandsOf(head: GridRow, body: readonly GridRow[], caption: string): Lookup | undefined {
  const isAbout = [caption, ...head.filter(isCell).map(cell => cell.text)].some(text => has(text, 'level'));
  if (!isAbout) return undefined;
  const range = head.findIndex((_, x) => body.every(row => rangeOf(row[x]?.text) !== undefined));
  const from = head.findIndex(cell => cell && /^(?:from|von|min|minimum|lower)\b/i.test(cell.text));
  const to = head.findIndex(cell => cell && /^(?:to|bis|max|maximum|upper)\b/i.test(cell.text));
  const label = labelColumn(head, body, undefined, range);
  if (label === undefined) return undefined;
  const bands = body.map((row): LookupBand | undefined => {
    const both = { from: wholeNumber(row[from]?.text), to: wholeNumber(row[to]?.text) };
    const bounds = from >= 0 && to >= 0 ? both : range >= 0 ? rangeOf(row[range]?.text) : undefined;
    return bounds && { label: row[label]?.text as string, ...bounds, cells: row.filter(isCell) };
  });
  if (bands.some(band => !band)) return undefined;
  return { type: 'levels', bands: (bands as LookupBand[]).sort((a, b) => (a.from ?? 0) - (b.from ?? 0)) };
}

/** `1-4`, `1 to 4`, `<5`, `>= 17`, `17+`, `ab 17`. */
export function rangeOf(text: string | undefined): { readonly from?: number; readonly to?: number } | undefined {
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
