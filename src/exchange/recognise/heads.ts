/** Where the headings of tables stand, and of which kind they are. */
import { recogniseControlId } from '../../catalogues/control-ids.ts';
import type { Grid, GridRow, SourceCell } from '../cells.ts';
import { distinctCells } from './blocks.ts';
import type { Column } from './column.ts';
import { columnsOf } from './columns.ts';
import { headingsOf, kindOfName, phaseOf, type TableKind, tableKinds } from './headings.ts';
import { isGeneral } from './lookup-headings.ts';
import { mappedField, type TableMapping } from './mapping.ts';
import { comparable, comparableWhole } from './normalise.ts';
import { otherRegister, otherRegisterNamed, requirements } from './other-registers.ts';
import { isHistory } from './rows.ts';

export interface Head {
  readonly rows: readonly number[];
  readonly kind: TableKind;
  readonly points: number;
  /** Whether no heading or name says the kind in so many words. */
  readonly isKindGuessed?: boolean;
}

/** The headings of the tables of a grid, from the top. */
export function headsOf(grid: Grid, rows: readonly GridRow[], mapping: TableMapping | undefined): Head[] {
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

/** What a row says, to compare it. */
export const textsOf = (row: GridRow | undefined): string =>
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

/** What the headings of a row, or of it and the next, are those of; undefined if of nothing. */
export function bestHead(
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
  // A line that divides the labels above it belongs to the headings, though they are better known without it.
  const secondLine = isBelowSpans(row, rows[y + 1] ?? []) ? 2 : -0.5;
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
      const isTold = isGiven || mapping?.kind !== undefined || mapped > 0;
      if (!isTold && !(saysWhat(kind, columns, name > 0) && saysKind(grid, rows, y, kind, columns, name > 0))) continue;
      const weight = points + telling(kind, known) + name + (lines.length === 2 ? secondLine : 0);
      if (!best || weight > best.weight)
        best = { rows: lines, kind, points, weight, isKindGuessed: !isTold && name <= 0 && !isCalled(kind, columns) };
    }
  }
  return best && withContents(best, rows, columnsOf(rows, best.rows, best.kind, mapping));
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
  if (isBelowSpans(upper, lower)) return true;
  return own.filter(({ text }) => isExact(kind, text)).length >= 2;
}

/** `Yes` and `No` below `Applicable`: whatever a line says that has texts only below labels over several columns, it divides them. */
function isBelowSpans(upper: GridRow, lower: GridRow): boolean {
  const first = upper.findIndex(Boolean);
  const isOwn = (x: number): boolean => lower[x] !== undefined && lower[x] !== upper[x];
  if (first < 0 || !lower.some((_, x) => isOwn(x)) || isOwn(first) || upper.filter(Boolean).length < 3) return false;
  const isSpanned = (x: number): boolean => {
    const label = upper[x];
    if (label === undefined) return x > first && isOwn(x - 1);
    return label === upper[x - 1] || label === upper[x + 1] || (upper[x + 1] === undefined && isOwn(x + 1));
  };
  return lower.every((_, x) => !isOwn(x) || isSpanned(x));
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

/** Headings that call a kind by its name. */
const callings: Readonly<Partial<Record<TableKind, RegExp>>> = {
  risk: /risk|risi[ck]|threat|bedroh|gefähr|hazard|likelihood|probab|wahrschein|szenario|scenario/i,
  plan: /risk|risi[ck]/i,
  asset: /asset|inventar|inventory|zielobjekt|anwendung|\bwerte?\b|system/i,
  soa: /control|annex|anhang|27001|27002|applicab|anwendbar|massnahme|maßnahme|\bsoa\b|sec\b/i,
  supplier: /supplier|vendor|lieferant|dienstleister|third part|provider|processor/i,
};

const isCalled = (kind: TableKind, columns: readonly Column[]): boolean =>
  columns.some(({ cells }) => callings[kind]?.test(cells.at(-1)?.text ?? '') ?? true);

/**
 * Whether a table may be of this kind. Any register has ids, descriptions and owners: one of risks says so, or has levels or a treatment;
 * a plan says whose risks its actions treat; and what is called a register of something else is that.
 */
function saysKind(
  grid: Grid,
  rows: readonly GridRow[],
  y: number,
  kind: TableKind,
  columns: readonly Column[],
  isNamed: boolean,
): boolean {
  if (kind === 'person') return true;
  const has = (...fields: string[]): boolean =>
    columns.some(({ field }) => field !== undefined && fields.includes(field));
  const isCalledSo = isCalled(kind, columns);
  if (kind === 'plan') return has('id') || (isCalledSo && has('title'));
  if (kind === 'risk' && !isNamed && !isCalledSo && !has('treatment', 'vulnerability')) return false;
  // What is found of an asset is graver or less so, and an asset is not.
  if (
    (kind === 'asset' || kind === 'supplier') &&
    !isNamed &&
    columns.some(({ cells }) => isSeverity(cells.at(-1)?.text ?? ''))
  )
    return false;
  if (isNamed || isCalledSo) return true;
  const headings = columns.flatMap(({ cells }) => cells.map(({ text }) => text));
  const other = otherRegister(headings) ?? namesAbove(grid, rows, y).map(otherRegisterNamed).find(Boolean);
  if (kind !== 'soa') return other === undefined;
  return (other === undefined || other === requirements) && (has('applicable') || holdsControls(rows, y + 1));
}

const isSeverity = (heading: string): boolean =>
  ['severity', 'cvss', 'cvss score', 'schweregrad'].includes(comparable(heading));

/** Whether one of the first columns below a row holds ids of controls. */
function holdsControls(rows: readonly GridRow[], start: number): boolean {
  const body = rows.slice(start, start + 30).filter(row => distinctCells(row).length > 1);
  return [0, 1, 2, 3].some(x => {
    const ids = body.filter(row => recogniseControlId(row[x]?.text ?? '') !== undefined).length;
    return ids > 0 && ids >= 0.5 * body.length;
  });
}

/** What the file, the sheet and the headings above a table are called. */
const namesAbove = ({ sheet, caption, file }: Grid, rows: readonly GridRow[], y: number): string[] => [
  caption?.text ?? '',
  sheet,
  baseName(file),
  ...titlesAbove(rows, y),
];

const baseName = (file: string): string => (file.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, '');

const titlesAbove = (rows: readonly GridRow[], y: number): string[] =>
  rows.slice(Math.max(0, y - 4), y).flatMap(row => {
    const cells = distinctCells(row);
    return cells.length === 1 ? cells.map(({ text }) => text) : [];
  });

/** The kind that a name speaks of, unless it is that of another register. */
const kindNamed = (name: string): TableKind | undefined =>
  otherRegisterNamed(name) === undefined ? kindOfName(name) : undefined;

/** What the sheet, the heading above and the file are called. */
function naming({ sheet, caption, file }: Grid, rows: readonly GridRow[], y: number, kind: TableKind): number {
  const title = titlesAbove(rows, y).map(kindNamed).find(Boolean);
  const named = kindNamed(caption?.text ?? '') ?? kindNamed(sheet) ?? title;
  if (named) return named === kind ? 1.6 : 0;
  return kindNamed(baseName(file)) === kind ? 1 : 0;
}

/** A table whose first column holds ids of controls is a Statement of Applicability, unless it is of risks or of what is done. */
function withContents(head: Head, rows: readonly GridRow[], columns: readonly Column[]): Head {
  if (head.kind === 'soa' || head.kind === 'plan') return head;
  if (head.kind === 'risk' && telling('risk', columns) > 0) return head;
  const start = (head.rows.at(-1) ?? 0) + 1;
  const first = rows.slice(start, start + 30).flatMap(row => row.find(Boolean) ?? []);
  const ids = first.filter(({ text }) => recogniseControlId(text)).length;
  return first.length >= 5 && ids > 0.7 * first.length ? { ...head, kind: 'soa', isKindGuessed: false } : head;
}
