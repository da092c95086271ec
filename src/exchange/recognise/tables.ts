/** Finds the tables of a grid: where their headings stand, of which kind they are, and what each column is. */
import { recogniseControlId } from '../../catalogues/control-ids.ts';
import { controlsByTitle } from '../../catalogues/control-titles.ts';
import { columnLetters, type Grid, type GridRow, type SourceCell } from '../cells.ts';
import { wordOf } from '../values/words.ts';
import { distinctCells } from './blocks.ts';
import {
  type HeadingMatch,
  headingsOf,
  kindOfName,
  matchHeading,
  phaseOf,
  type TableKind,
  tableKinds,
} from './headings.ts';
import { isGeneral } from './lookup-headings.ts';
import { mappedField, noMapping, type TableMapping } from './mapping.ts';
import { comparable, comparableWhole } from './normalise.ts';
import { goesOn, isHistory, isLine } from './rows.ts';

export interface Column {
  readonly index: number;
  /** What people call it: its heading, with the one above it, or `Column F`. */
  readonly heading: string;
  /** The cells of the heading. */
  readonly cells: readonly SourceCell[];
  /** The field; absent for what the language has no home for. `ignore` is left out on request. */
  readonly field?: string;
  /** How that is known. */
  readonly by: 'mapping' | 'heading' | 'likeness' | 'content' | 'place' | 'nothing';
}

export interface RecordCell {
  readonly column: Column;
  readonly cell: SourceCell;
}

/** A row of a table, or a card: what it says of one thing. */
export interface TableRecord {
  readonly cells: readonly RecordCell[];
  /** Row of the grid, from 0. */
  readonly row: number;
  /** Whether a line between the rows stands above it. */
  readonly isBelowLine?: boolean;
}

export interface Table {
  readonly kind: TableKind;
  readonly grid: Grid;
  /** Rows of the grid, from 0, that hold the headings. */
  readonly headRows: readonly number[];
  readonly columns: readonly Column[];
  readonly records: readonly TableRecord[];
  /** Cells that are no data: headings again, lines between rows. */
  readonly lines: readonly { readonly cells: readonly SourceCell[]; readonly what: 'repeated headings' | 'line' }[];
  /** The first cells of rows below an empty row that nothing but their place takes for rows of the table. */
  readonly belowGaps: readonly SourceCell[];
  /** Whether the kind is given. */
  readonly isGiven: boolean;
}

interface Head {
  readonly rows: readonly number[];
  readonly kind: TableKind;
  readonly points: number;
}

/** The tables of a grid, from the top. `taken` says which cells belong to something else. */
export function tablesOf(grid: Grid, mapping: TableMapping | undefined, taken: (cell: SourceCell) => boolean): Table[] {
  if (mapping?.kind === 'ignore') return [];
  const rows = grid.rows.map(row => row.map(cell => (cell && !taken(cell) ? cell : undefined)));
  return tablesIn(grid, rows, mapping);
}

function tablesIn(grid: Grid, rows: readonly GridRow[], mapping: TableMapping | undefined): Table[] {
  const heads = headsOf(grid, rows, mapping);
  return heads.flatMap((head, index) => {
    const end = (heads[index + 1]?.rows[0] ?? rows.length) - 1;
    const sides =
      mapping?.kind || mapping?.head
        ? undefined
        : sidesOf(grid, rows, head, { from: index ? (head.rows[0] as number) : 0, end }, mapping);
    return sides ?? [tableOf(grid, rows, head, end, mapping)];
  });
}

/**
 * Tables beside each other, with an empty column between: to the right of it begins another table if it has an id or a title, and more of
 * its headings are those of another table than of the first. Undefined if there is one table.
 */
function sidesOf(
  grid: Grid,
  rows: readonly GridRow[],
  head: Head,
  { from, end }: { readonly from: number; readonly end: number },
  mapping: TableMapping | undefined,
): Table[] | undefined {
  const [top = 0] = head.rows;
  const [first, ...starts] = sideStarts(rows.slice(top, end + 1));
  if (first === undefined || !starts.length) return undefined;
  const all = columnsOf(rows, head.rows, head.kind, mapping);
  const within = (left: number, right: number): GridRow[] =>
    rows.map((row, y) => row.map((cell, x) => (y >= from && y <= end && x >= left && x < right ? cell : undefined)));
  for (const [index, start] of starts.entries()) {
    const side = within(start, starts[index + 1] ?? Number.POSITIVE_INFINITY);
    const own = side.map((_, y) => (y < top ? undefined : bestHead(grid, side, y, mapping, false))).find(Boolean);
    if (!own || !columnsOf(side, own.rows, own.kind, mapping).some(({ field }) => field === 'id' || field === 'title'))
      continue;
    const before = new Set(all.flatMap(({ index: x, field }) => (x < start && field ? field : [])));
    const added = all.filter(({ index: x, field }) => x >= start && field !== undefined && !before.has(field));
    if (own.points <= added.length) continue;
    const left = tablesIn(grid, within(0, start), mapping);
    if (left.length) return [...left, ...tablesIn(grid, within(start, Number.POSITIVE_INFINITY), mapping)];
  }
  return undefined;
}

/** The columns in which something begins, to the right of nothing. */
function sideStarts(rows: readonly GridRow[]): number[] {
  const filled = new Set(rows.flatMap(row => row.flatMap((cell, x) => (cell ? x : []))));
  return [...filled].filter(x => !filled.has(x - 1)).sort((a, b) => a - b);
}

function headsOf(grid: Grid, rows: readonly GridRow[], mapping: TableMapping | undefined): Head[] {
  if (mapping?.head !== undefined) {
    const y = mapping.head - 1;
    const head = rows[y] && bestHead(grid, rows, y, mapping, true);
    return head ? [head] : [];
  }
  const found: Head[] = [];
  for (let y = 0; y < rows.length; y++) {
    const head = bestHead(grid, rows, y, mapping, false);
    if (!head) continue;
    const last = found.at(-1);
    // The same headings again are those of the next page.
    if (last && isSameHead(rows, last, head)) continue;
    if (last && !isNewHead(rows, head, last)) continue;
    found.push(head);
    y = head.rows.at(-1) ?? y;
  }
  return found.length || mapping?.kind !== undefined ? found : headsByContent(rows);
}

/** Below headings that nothing is known of, a column of ids of controls is that of a Statement of Applicability. */
function headsByContent(rows: readonly GridRow[]): Head[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let x = 0; x < Math.min(width, 8); x++) {
    const ids = rows.map(row => row[x] !== undefined && recogniseControlId((row[x] as SourceCell).text) !== undefined);
    const first = ids.indexOf(true);
    const filled = rows.slice(first).filter(row => row[x]).length;
    if (
      first > 0 &&
      ids.filter(Boolean).length >= Math.max(5, 0.7 * filled) &&
      distinctCells(rows[first - 1] ?? []).length > 1
    )
      return [{ rows: [first - 1], kind: 'soa', points: 1 }];
  }
  return [];
}

const textsOf = (row: GridRow | undefined): string =>
  (row ?? []).map(cell => comparableWhole(cell?.text ?? '')).join('|');

const isSameHead = (rows: readonly GridRow[], a: Head, b: Head): boolean =>
  textsOf(rows[a.rows.at(-1) ?? 0]) === textsOf(rows[b.rows.at(-1) ?? 0]);

/** Below a table another one begins only where that is plain: most of a row are headings, or some of them below an empty row. */
function isNewHead(rows: readonly GridRow[], { rows: [first = 0], points }: Head, last: Head): boolean {
  const filled = distinctCells(rows[first] ?? []).length;
  const above = distinctCells(rows[first - 1] ?? []).length;
  if (above === 0) return points >= Math.min(3, 0.5 * filled);
  if (above === 1) return points >= 0.6 * filled;
  return first > (last.rows.at(-1) ?? 0) + 1 && points >= Math.max(3, 0.8 * filled);
}

function bestHead(
  grid: Grid,
  rows: readonly GridRow[],
  y: number,
  mapping: TableMapping | undefined,
  isGiven: boolean,
): Head | undefined {
  const row = rows[y] ?? [];
  const filled = distinctCells(row);
  if (filled.length < 2 && !isGiven) return undefined;
  if (!isGiven && (filled.every(({ kind }) => kind !== 'text') || isHistory(row))) return undefined;
  const kinds = mapping?.kind ? [mapping.kind as TableKind] : tableKinds;
  let best: (Head & { weight: number }) | undefined;
  for (const kind of kinds) {
    const exact = filled.filter(({ text }) => isExact(kind, text)).length;
    const mapped = mapping?.columns
      ? filled.filter(({ text }) => mappedField(mapping, text, '') !== undefined).length
      : 0;
    const isEnough = isGiven || exact + mapped >= 2 || (exact >= 1 && mapping?.kind !== undefined);
    if (!isEnough) continue;
    for (const lines of [[y], [y, y + 1]]) {
      if (lines.length === 2 && !canBeLower(kind, rows[y], rows[y + 1])) continue;
      const columns = columnsOf(rows, lines, kind, mapping);
      const known = columns.filter(({ field }) => field !== undefined);
      const points = new Set(known.map(({ field }) => field)).size;
      const share = known.length / Math.max(1, columns.filter(({ cells }) => cells.length).length);
      if (!isGiven && (points < 2 || (share < 0.4 && points < 4))) continue;
      const name = naming(grid, rows, y, kind);
      if (!isGiven && !mapping?.kind && !mapped && !saysWhat(kind, columns, name > 0)) continue;
      const weight = points + telling(kind, known) + name + (lines.length === 2 ? -0.5 : 0);
      if (!best || weight > best.weight) best = { rows: lines, kind, points, weight };
    }
  }
  return best && withContents(best, rows);
}

/** The kinds of table that know a heading. Asked of every cell, so what was found out is kept for a while. */
function kindsKnowing(text: string): ReadonlySet<TableKind> {
  const before = knowing.get(text);
  if (before) return before;
  const [short, whole] = [comparable(text), comparableWhole(text)];
  const kinds = new Set(tableKinds.filter(kind => headingsOf(kind).has(short) || headingsOf(kind).has(whole)));
  if (!kinds.has('risk') && phaseOf(text).phase !== undefined) kinds.add('risk');
  if (knowing.size >= mostKept) knowing.clear();
  knowing.set(text, kinds);
  return kinds;
}

const mostKept = 10_000;
const knowing = new Map<string, ReadonlySet<TableKind>>();

const isExact = (kind: TableKind, text: string): boolean => text.length <= 80 && kindsKnowing(text).has(kind);

/** A second line of headings: short texts, two of which are known, below a line with gaps or merged cells. */
function canBeLower(kind: TableKind, upper: GridRow | undefined, lower: GridRow | undefined): boolean {
  if (!upper || !lower) return false;
  const own = distinctCells(lower).filter(cell => !upper.includes(cell));
  if (own.length < 2 || own.some(cell => cell.kind !== 'text' || cell.text.length > 40)) return false;
  return own.filter(({ text }) => isExact(kind, text)).length >= 2;
}

/** Columns that speak for a kind. */
const tellingFields: Readonly<Record<TableKind, readonly string[]>> = {
  risk: ['likelihood', 'impact', 'residualLikelihood', 'residualImpact', 'threat', 'vulnerability', 'scenario'],
  plan: ['action'],
  soa: ['applicable', 'inclusion', 'exclusion', 'risks'],
  asset: ['classification', 'type', 'personalData', 'dependsOn'],
  supplier: ['service', 'criticality', 'agreement', 'reviewed'],
  person: ['email', 'role'],
};

function telling(kind: TableKind, known: readonly Column[]): number {
  const fields = new Set(known.map(({ field }) => field));
  const own = 0.6 * tellingFields[kind].filter(field => fields.has(field)).length;
  const isPlan = kind === 'plan' && fields.has('action') && fields.has('id') ? 1 : 0;
  return own + isPlan;
}

/** The fields that say what a row is about. */
const namingFields: Readonly<Record<TableKind, readonly string[]>> = {
  risk: ['id', 'title', 'scenario', 'asset', 'threat', 'vulnerability', 'action', 'controls'],
  plan: ['id', 'title', 'action', 'controls'],
  soa: ['id', 'title'],
  asset: ['id', 'title'],
  supplier: ['id', 'title'],
  person: ['title', 'email'],
};

/** What any list has beside what it lists. */
const besides = new Set([
  ...['status', 'actionStatus', 'owner', 'actionOwner', 'notes', 'assessed', 'reviewed'],
  ...['accepted', 'acceptedOn', 'acceptedBy', 'acceptedUntil'],
]);

/** Steps and levels: a table that begins with them is about them. */
const measures = new Set(['likelihood', 'impact', 'score', 'treatment', 'actionStatus']);

/**
 * Whether the headings say what the rows are about: by a heading that not every list has, or by more than one such, or by the name of the
 * sheet. A column without a known heading may say it too, unless it is the table of a scale.
 */
function saysWhat(kind: TableKind, columns: readonly Column[], isNamed: boolean): boolean {
  const fields = new Set(columns.map(({ field }) => field));
  const names = columns.filter(({ field }) => field !== undefined && namingFields[kind].includes(field));
  const isPlain = names.some(({ heading }) => !isGeneral(heading));
  if (isPlain) return true;
  const [first] = columns;
  if (first?.field !== undefined && measures.has(first.field)) return false;
  const more = [...fields].filter(field => field !== undefined && !besides.has(field)).length;
  if (names.length) return isNamed || more > 1;
  return isNamed || (first?.field === undefined && more > 1);
}

/** What the sheet, the heading above and the file are called. */
function naming({ sheet, caption, file }: Grid, rows: readonly GridRow[], y: number, kind: TableKind): number {
  const above = rows.slice(Math.max(0, y - 4), y).flatMap(row => {
    const cells = distinctCells(row);
    return cells.length === 1 ? cells : [];
  });
  const title = above.map(({ text }) => kindOfName(text)).find(Boolean);
  const named = kindOfName(caption?.text ?? '') ?? kindOfName(sheet) ?? title;
  if (named) return named === kind ? 1.6 : 0;
  const base = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, '');
  return kindOfName(base) === kind ? 1 : 0;
}

/** A table whose first column holds ids of controls is a Statement of Applicability, unless it is of risks. */
function withContents(head: Head, rows: readonly GridRow[]): Head {
  if (head.kind === 'soa' || head.kind === 'risk' || head.kind === 'plan') return head;
  const start = (head.rows.at(-1) ?? 0) + 1;
  const first = rows.slice(start, start + 30).flatMap(row => row.find(Boolean) ?? []);
  const ids = first.filter(({ text }) => recogniseControlId(text)).length;
  return first.length >= 5 && ids > 0.7 * first.length ? { ...head, kind: 'soa' } : head;
}

function tableOf(
  grid: Grid,
  rows: readonly GridRow[],
  head: Head,
  end: number,
  mapping: TableMapping | undefined,
): Table {
  const start = (head.rows.at(-1) ?? 0) + 1;
  const body = rows.slice(start, end + 1);
  const columns = settleColumns(columnsOf(rows, head.rows, head.kind, mapping, body), head.kind, body);
  const records: TableRecord[] = [];
  const lines: Table['lines'][number][] = [];
  const guessed: SourceCell[] = [];
  const headTexts = textsOf(rows[head.rows.at(-1) ?? 0]);
  for (const { from, rows: part } of partsOf(body)) {
    const own = part.filter(row => textsOf(row) !== headTexts);
    const isOn = records.length ? goesOn(own, body.slice(0, from), columns) : true;
    const before = records.length;
    for (const [offset, row] of part.entries()) {
      const cells = distinctCells(row);
      if (textsOf(row) === headTexts) lines.push({ cells, what: 'repeated headings' });
      else if (isOn === false || isLine(row, columns, body, offset > 0 && records.length > 0))
        lines.push({ cells, what: 'line' });
      else {
        const isBelowLine =
          offset > 0 && lines.at(-1)?.what === 'line' && lines.at(-1)?.cells[0] === part[offset - 1]?.find(Boolean);
        records.push({
          cells: recordCells(row, columns),
          row: start + from + offset,
          ...(isBelowLine && { isBelowLine }),
        });
      }
    }
    const first = records[before]?.cells[0]?.cell;
    if (isOn === undefined && first) guessed.push(first);
  }
  return {
    kind: head.kind,
    grid,
    headRows: head.rows,
    columns,
    records,
    lines,
    belowGaps: guessed,
    isGiven: mapping?.kind !== undefined,
  };
}

/** The rows between empty ones. */
function partsOf(body: readonly GridRow[]): { readonly from: number; readonly rows: readonly GridRow[] }[] {
  const isFilled = (row: GridRow | undefined): boolean => row?.some(Boolean) ?? false;
  const starts = body.flatMap((row, y) => (isFilled(row) && !isFilled(body[y - 1]) ? [y] : []));
  return starts.map(from => {
    const length = body.slice(from).findIndex(row => !isFilled(row));
    return { from, rows: body.slice(from, length < 0 ? undefined : from + length) };
  });
}

function recordCells(row: GridRow, columns: readonly Column[]): RecordCell[] {
  const seen = new Set<SourceCell>();
  return columns.flatMap((column): RecordCell[] => {
    const cell = row[column.index];
    if (!cell || seen.has(cell)) return [];
    seen.add(cell);
    return [{ column, cell }];
  });
}

const longestHeading = 120;

/** The columns below these lines of headings, with what their headings mean for the kind. */
function columnsOf(
  rows: readonly GridRow[],
  headRows: readonly number[],
  kind: TableKind,
  mapping: TableMapping | undefined,
  body: readonly GridRow[] = [],
): Column[] {
  const lower = rows[headRows.at(-1) ?? 0] ?? [];
  const isDouble = headRows.length === 2;
  const upper = rows[isDouble ? (headRows[0] as number) : (headRows[0] as number) - 1] ?? [];
  const groups = isDouble ? filledRight(upper, lower) : groupLabels(upper, lower);
  const width = Math.max(lower.length, upper.length, ...body.map(row => row.length), 0);
  const columns: Column[] = [];
  for (let index = 0; index < width; index++) {
    const own = lower[index] ?? (isDouble ? upper[index] : undefined);
    const above = own === lower[index] && groups[index] !== own ? groups[index] : undefined;
    if (!own && !body.some(row => row[index])) continue;
    const heading = own ? [above?.text, own.text].filter(Boolean).join(' / ') : `Column ${columnLetters(index)}`;
    const cells = [...new Set([above, own])].filter((cell): cell is SourceCell => cell !== undefined);
    const mapped = mappedField(mapping, own?.text ?? '', columnLetters(index)) ?? mappedField(mapping, heading, '');
    if (mapped !== undefined) {
      columns.push({ index, heading, cells, field: mapped, by: 'mapping' });
      continue;
    }
    const match = own && own.text.length <= longestHeading ? matchHeading(kind, own.text, above?.text) : undefined;
    columns.push({ index, heading, cells, ...known(match) });
  }
  return columns;
}

const known = (match: HeadingMatch | undefined): Pick<Column, 'field' | 'by'> =>
  match ? { field: match.field, by: match.by === 'likeness' ? 'likeness' : 'heading' } : { by: 'nothing' };

/** Labels over several columns: of a row above that is no title of the whole table. */
function groupLabels(upper: GridRow, lower: GridRow): GridRow {
  const distinct = distinctCells(upper);
  if (distinct.length === 0) return [];
  const [only] = distinct;
  const covered = upper.filter((cell, x) => cell === only && lower[x]).length;
  if (distinct.length === 1 && covered >= lower.filter(Boolean).length - 1) return [];
  return upper.map(cell => (cell && phaseOf(cell.text).phase ? cell : undefined));
}

/** A label counts for the columns to its right that have none, as far as there are headings below. */
function filledRight(upper: GridRow, lower: GridRow): GridRow {
  const filled: (SourceCell | undefined)[] = [];
  let last: SourceCell | undefined;
  for (let x = 0; x < lower.length; x++) {
    if (upper[x]) last = upper[x];
    else if (!lower[x]) last = undefined;
    filled[x] = last;
  }
  return filled;
}

/** Where several columns claim a field, or a heading says too little: contents and places decide. */
function settleColumns(columns: readonly Column[], kind: TableKind, body: readonly GridRow[]): Column[] {
  const settled = [...columns];
  const texts = ({ index }: Column): string[] => body.flatMap(row => row[index]?.text ?? []).slice(0, 60);
  const claims = (field: string): Column[] => settled.filter(column => column.field === field);
  const set = (column: Column, field: string | undefined, by: Column['by']): void => {
    const { field: _, ...rest } = column;
    settled[settled.indexOf(column)] = field === undefined ? { ...rest, by: 'nothing' } : { ...rest, field, by };
  };
  // “ID” and “Risk”: the one with short texts without blanks is the id, the other the title.
  const ids = claims('id').filter(({ by }) => by !== 'mapping');
  if (ids.length > 1) {
    const [best] = [...ids].sort((a, b) => idLikeness(texts(b)) - idLikeness(texts(a)));
    for (const other of ids) if (other !== best) set(other, claims('title').length ? undefined : 'title', 'content');
  } else if (
    ids.length === 1 &&
    !claims('title').length &&
    idLikeness(texts(ids[0] as Column)) < 0.3 &&
    texts(ids[0] as Column).length
  ) {
    if (kind !== 'soa') set(ids[0] as Column, 'title', 'content');
  }
  // German calls both the entry and its id by the same word: “Risiko”, “Maßnahme”.
  const titles = claims('title').filter(({ by }) => by !== 'mapping');
  const named = titles.find(column => idLikeness(texts(column)) > 0.9);
  if (titles.length > 1 && named && !claims('id').length) set(named, 'id', 'content');
  // And it has one word for controls and for what is done: what begins with ids of Annex A is controls.
  const [measures] = claims('action').filter(({ by }) => by !== 'mapping');
  if (measures && !claims('controls').length && beginWithIds(texts(measures))) set(measures, 'controls', 'content');
  const [, ...moreTitles] = claims('title').filter(({ by }) => by !== 'mapping');
  const second = { risk: 'scenario', asset: 'description', supplier: 'description' } as Partial<
    Record<TableKind, string>
  >;
  for (const column of moreTitles) {
    const next = second[kind];
    set(column, next !== undefined && !claims(next).length ? next : undefined, 'place');
  }
  if (kind === 'risk') settlePhases(settled, set);
  for (const column of [...settled]) {
    if (column.field === undefined || column.by === 'mapping' || column.field === 'notes') continue;
    const [first] = claims(column.field);
    if (first && first !== column && !severalAllowed.has(column.field)) set(column, undefined, 'nothing');
  }
  for (const column of [...settled])
    if (column.field === undefined) byContent(column, kind, texts(column), claims, set);
  return settled;
}

/** Fields that several columns may hold together. */
const severalAllowed = new Set([
  ...['controls', 'asset', 'threat', 'vulnerability', 'evidence', 'policies', 'risks'],
  ...['score', 'currentScore', 'residualScore'],
]);

/** Whether nearly all of these texts begin with the id of a control. */
const beginWithIds = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.filter(text => /^A\.\d+\.\d+\b/.test(text)).length > 0.8 * texts.length;

/** The share of texts that look like ids. */
function idLikeness(texts: readonly string[]): number {
  if (!texts.length) return 0;
  const ids = texts.filter(text => text.length <= 20 && /\d/.test(text) && !/\s\S+\s/.test(text));
  return (ids.length / texts.length) * (new Set(texts).size / texts.length);
}

/** A second “Likelihood” to the right of the first is that after treatment; a status belongs to the action beside it. */
function settlePhases(
  settled: Column[],
  set: (column: Column, field: string | undefined, by: Column['by']) => void,
): void {
  for (const [base, later] of [
    ['likelihood', 'residualLikelihood'],
    ['impact', 'residualImpact'],
  ] as const) {
    const [, second, ...more] = settled.filter(({ field, by }) => field === base && by !== 'mapping');
    if (second && !more.length && !settled.some(({ field }) => field === later)) set(second, later, 'place');
  }
  const isBorder = ({ field }: Column): boolean => field === 'residualLikelihood' || field === 'treatment';
  const border = (settled.find(({ field }) => field === 'residualLikelihood') ?? settled.find(isBorder))?.index;
  const scores = settled.filter(({ field, by }) => field === 'score' && by !== 'mapping');
  if (
    border !== undefined &&
    scores.some(({ index }) => index < border) &&
    !settled.some(({ field }) => field === 'residualScore')
  )
    for (const score of scores) if (score.index > border) set(score, 'residualScore', 'place');
  const status = settled.find(
    ({ field, by, heading }) => field === 'actionStatus' && by === 'heading' && comparable(heading) === 'status',
  );
  if (status) {
    const before = settled[settled.indexOf(status) - 1]?.field;
    const isBeside =
      before !== undefined && ['action', 'actionOwner', 'due', 'completed', 'actionControls'].includes(before);
    set(status, isBeside ? 'actionStatus' : undefined, 'place');
  }
}

/** What a column without a known heading holds, where that is plain. */
function byContent(
  column: Column,
  kind: TableKind,
  texts: readonly string[],
  claims: (field: string) => Column[],
  set: (column: Column, field: string | undefined, by: Column['by']) => void,
): void {
  if (texts.length < 3) return;
  const share = (test: (text: string) => boolean): number => texts.filter(test).length / texts.length;
  const isFree = (field: string): boolean => !claims(field).length;
  if (kind === 'soa' && isFree('id') && share(text => recogniseControlId(text) !== undefined) > 0.8)
    set(column, 'id', 'content');
  else if (kind === 'soa' && isFree('title') && share(isControlTitle) > 0.6) set(column, 'title', 'content');
  else if (
    kind === 'risk' &&
    isFree('treatment') &&
    share(text => wordOf('treatment', text, noMapping) !== undefined) > 0.9
  )
    set(column, 'treatment', 'content');
  else if (kind === 'risk' && isFree('controls') && share(isControlList) > 0.8) set(column, 'controls', 'content');
  else if (kind === 'person' && isFree('email') && share(text => /^[^@\s]+@[^@\s]+$/.test(text)) > 0.8)
    set(column, 'email', 'content');
  else if (kind !== 'soa' && kind !== 'person' && isFree('id') && column.index === 0 && idLikeness(texts) > 0.9)
    set(column, 'id', 'content');
}

const isControlTitle = (text: string): boolean => {
  const { controls2022, controls2013 } = controlsByTitle(text);
  return controls2022.length + controls2013.length > 0;
};

const isControlList = (text: string): boolean =>
  text.split(/[,;\n]/).every(part => /^A\.?\s?\d/i.test(part.trim()) && recogniseControlId(part) !== undefined);
