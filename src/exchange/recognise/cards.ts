/** Tables that lie on their side: a card with a field and its value a row, or one thing a column. */
import { later } from '../../wording/wording.ts';
import type { Grid, GridRow, SourceCell } from '../cells.ts';
import { blocksOf, distinctCells } from './blocks.ts';
import type { Column } from './column.ts';
import { headingsOf, kindOfName, matchHeading, type TableKind, tableKinds } from './headings.ts';
import { mappedField, type TableMapping } from './mapping.ts';
import { comparable, comparableWhole } from './normalise.ts';
import type { RecordCell, Table, TableRecord } from './tables.ts';

/** The field under which the heading of a card is kept: an id, a title, or both. */
export const captionField = 'caption';

/** The cards of a grid whose tables, if it has any, are known. */
export function cardsOf(grid: Grid, mapping: TableMapping | undefined, taken: (cell: SourceCell) => boolean): Table[] {
  if (mapping?.kind === 'ignore') return [];
  const rows = grid.rows.map(row => row.map(cell => (cell && !taken(cell) ? cell : undefined)));
  return blocksOf({ ...grid, rows }).flatMap(({ top, bottom, left, right }) => {
    const part = rows
      .slice(top, bottom + 1)
      .map(row => Array.from({ length: right - left + 1 }, (_, x) => row[left + x]));
    // A line alone above a card is its heading; the next one begins another card.
    return cardParts(part).flatMap(({ offset, rows: own }) => cardOf(grid, own, top + offset, mapping) ?? []);
  });
}

function cardParts(rows: readonly GridRow[]): { offset: number; rows: readonly GridRow[] }[] {
  const starts = rows.flatMap((row, y) => (distinctCells(row).length === 1 && row[0] ? [y] : []));
  const begins = [...new Set([0, ...starts.filter(y => y > 0 && distinctCells(rows[y - 1] as GridRow).length > 1)])];
  return begins.map((from, index) => ({ offset: from, rows: rows.slice(from, begins[index + 1] ?? rows.length) }));
}

function cardOf(
  grid: Grid,
  rows: readonly GridRow[],
  top: number,
  mapping: TableMapping | undefined,
): Table | undefined {
  const lines = rows.findIndex(row => distinctCells(row).length > 1);
  if (lines < 0) return undefined;
  const title = rows.slice(0, lines).flatMap(distinctCells).at(-1) ?? grid.caption;
  const isHeaded = isCardHead(rows[lines] as GridRow);
  const body = rows.slice(isHeaded ? lines + 1 : lines);
  const kind = kindOfCard(body, title?.text ?? '', grid, mapping);
  if (!kind) return undefined;
  const width = body.reduce((most, row) => Math.max(most, row.length), 0);
  const columns: Column[] = [];
  const records = isPaired(kind, body, mapping)
    ? [pairs(kind, body, columns, mapping)]
    : Array.from({ length: width - 1 }, (_, x) => valuesAt(kind, body, x + 1, columns, mapping));
  const filled = records.filter(cells => cells.length);
  if (filled.length === 1 && title) {
    const column: Column = { index: -1, heading: later('Heading'), cells: [], field: captionField, by: 'place' };
    columns.push(column);
    filled[0]?.unshift({ column, cell: title });
  }
  return {
    kind,
    grid,
    headRows: [],
    columns,
    records: filled.map((cells): TableRecord => ({ cells, row: top + lines })),
    lines: isHeaded ? [{ cells: distinctCells(rows[lines] as GridRow), what: 'repeated headings' }] : [],
    belowGaps: [],
    isGiven: mapping?.kind !== undefined,
  };
}

/** `Field` and `Value` over the columns of a card say nothing. */
const isCardHead = (row: GridRow): boolean =>
  /^(?:field|feld|attribute|attribut|merkmal|key|property|eigenschaft|item)$/i.test(row[0]?.text ?? '') &&
  /^(?:value|wert|inhalt|content|entry|eintrag|description|beschreibung)$/i.test(row[1]?.text ?? '');

/** Three labels of one kind in the first column, and half of them known. */
function kindOfCard(
  body: readonly GridRow[],
  title: string,
  grid: Grid,
  mapping: TableMapping | undefined,
): TableKind | undefined {
  const kinds = mapping?.kind ? [mapping.kind as TableKind] : tableKinds;
  const labels = body.flatMap(row => row[0] ?? []);
  if (!mapping?.kind && isDocumentControl(labels)) return undefined;
  const named = kindOfName(title) ?? kindOfName(grid.sheet);
  const scored = kinds.map(kind => {
    const points = new Set(labels.flatMap(({ text }) => fieldOf(kind, text, mapping) ?? [])).size;
    return { kind, points, weight: points + (named === kind ? 1.6 : 0) };
  });
  const [best] = scored.sort((a, b) => b.weight - a.weight);
  return best && best.points >= 3 && best.points >= 0.4 * labels.length ? best.kind : undefined;
}

/** What any document says of itself; a card of a thing has something else too. */
const ofDocuments = new Set([
  ...['title', 'name', 'owner', 'classification', 'description', 'location', 'status', 'date', 'author', 'type'],
  ...['version', 'approved', 'approved by', 'approved on', 'document', 'document title', 'document id', 'revision'],
  ...['document owner', 'created', 'created by', 'last review', 'next review', 'valid from', 'valid until'],
  ...['titel', 'eigentümer', 'verantwortlich', 'klassifizierung', 'beschreibung', 'ort', 'ablageort', 'stand', 'datum'],
  ...['autor', 'dokument', 'dokumententitel', 'freigegeben', 'freigegeben von', 'freigegeben am', 'geltungsbereich'],
]);

const ofControl = /^(?:version|revision|document|dokument|approved|freigegeben|author|autor)/;

/** `Version`, `Status`, `Approved by`, and nothing that documents do not have. */
function isDocumentControl(labels: readonly SourceCell[]): boolean {
  const words = labels.map(({ text }) => comparableWhole(text));
  return words.some(word => ofControl.test(word)) && words.every(word => ofDocuments.has(word));
}

function fieldOf(kind: TableKind, label: string, mapping: TableMapping | undefined): string | undefined {
  if (label.length > 80) return undefined;
  const mapped = mappedField(mapping, label, '');
  if (mapped !== undefined) return mapped;
  const match = matchHeading(kind, label);
  return match?.by === 'likeness' ? undefined : match?.field;
}

/** Label, value, label, value in one row. */
const isPaired = (kind: TableKind, body: readonly GridRow[], mapping: TableMapping | undefined): boolean => {
  const all = headingsOf(kind);
  const third = body.filter(
    row =>
      row[2] &&
      (all.has(comparable(row[2].text)) ||
        all.has(comparableWhole(row[2].text)) ||
        mappedField(mapping, row[2].text, '')),
  );
  return third.length >= 2;
};

function pairs(
  kind: TableKind,
  body: readonly GridRow[],
  columns: Column[],
  mapping: TableMapping | undefined,
): RecordCell[] {
  return body.flatMap(row => {
    const cells = distinctCells(row);
    const found: RecordCell[] = [];
    for (let at = 0; at + 1 < cells.length; at += 2)
      found.push({
        column: columnFor(kind, cells[at] as SourceCell, columns, mapping),
        cell: cells[at + 1] as SourceCell,
      });
    return found;
  });
}

function valuesAt(
  kind: TableKind,
  body: readonly GridRow[],
  x: number,
  columns: Column[],
  mapping: TableMapping | undefined,
): RecordCell[] {
  return body.flatMap((row): RecordCell[] => {
    const [label, value] = [row[0], row[x]];
    if (!label || !value || value === label || (x > 1 && value === row[x - 1])) return [];
    return [{ column: columnFor(kind, label, columns, mapping), cell: value }];
  });
}

function columnFor(kind: TableKind, label: SourceCell, columns: Column[], mapping: TableMapping | undefined): Column {
  const before = columns.find(({ cells }) => cells[0] === label);
  if (before) return before;
  const field = fieldOf(kind, label.text, mapping);
  const isMapped = mappedField(mapping, label.text, '') !== undefined;
  const column: Column = {
    index: columns.length,
    heading: label.text,
    cells: [label],
    ...(field === undefined ? { by: 'nothing' } : { field, by: isMapped ? 'mapping' : 'heading' }),
  };
  columns.push(column);
  return column;
}
