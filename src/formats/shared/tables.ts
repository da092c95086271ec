/** Every block that has rows as a table, for formats that know nothing but tables. */
import type {
  BarsFigure,
  Block,
  Cell,
  Checklist,
  Column,
  Document,
  Figure,
  MatrixFigure,
  Place,
  Point,
  Row,
  Series,
  Table,
  Tone,
} from '../../documents/blocks.ts';
import { type Say, sayIn } from '../../wording/wording.ts';
import { remarksCell } from './checklist.ts';

/** The rows of a table under one header. */
export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly cells: Row;
  /** The number of its group among those that have rows, from 0. */
  readonly group: number;
  /** Whether it is the first of its group. */
  readonly begins: boolean;
}

/** The table without groups: every row has a cell for each column, and the group's title is a first column when `groupBy` names it. */
export function gridOf({ columns, groups, groupBy }: Table): Grid {
  const all = groups.filter(({ rows }) => rows.length > 0);
  const rows = all.flatMap(({ title, rows: own }, group) =>
    own.map((row, index): GridRow => {
      const cells = columns.map((_, x) => row[x]);
      return { cells: groupBy === undefined ? cells : [title, ...cells], group, begins: index === 0 };
    }),
  );
  const first: Column[] = groupBy === undefined ? [] : [{ id: 'group', title: groupBy, kind: 'name' }];
  return { columns: [...first, ...columns], rows };
}

/**
 * The tables of a document in reading order, its checklists as one where the first of them stands, figures as tables.
 * @throws RangeError if there is none
 */
export function tablesOf({ id, blocks, wording }: Document, nameOf?: (place: Place) => string): [Table, ...Table[]] {
  const checklists = blocks.filter(block => block.type === 'checklist');
  const [first, ...rest] = blocks.flatMap((block): Table[] => {
    if (block.type === 'table') return [block];
    if (block.type === 'figure') return [figureTable(block)];
    return block === checklists[0] ? [checklistTable(checklists, sayIn(wording), nameOf)] : [];
  });
  if (!first) throw new RangeError(`The document '${id}' has no table.`);
  return [first, ...rest];
}

export const isEmptyTable = (block: Block): block is Table =>
  block.type === 'table' && block.groups.every(({ rows }) => rows.length === 0);

/** Tables of a series as one, where the first of them stands and with what each is for as its groups; those whose columns differ stay apart. */
export function withSeriesAsOne(tables: readonly Table[]): Table[] {
  const firsts = new Map<string, Table>();
  for (const table of tables) {
    const key = seriesKey(table);
    if (key !== undefined && !firsts.has(key)) firsts.set(key, table);
  }
  return tables.flatMap(table => {
    const key = seriesKey(table);
    if (key === undefined) return [table];
    if (firsts.get(key) !== table) return [];
    const all = tables.filter(one => seriesKey(one) === key);
    return all.length < 2 || !table.series ? [table] : [seriesTable(table, table.series, all)];
  });
}

const seriesKey = ({ series, columns }: Table): string | undefined =>
  series && JSON.stringify([series.id, columns.map(({ id }) => id)]);

const seriesTable = (first: Table, { id, title, by }: Series, all: readonly Table[]): Table => ({
  ...first,
  id,
  title,
  columns: first.columns.map((column, x) => {
    const tones = all.map(({ columns }) => columns[x]?.tones ?? {});
    return column.tones ? { ...column, tones: Object.assign({}, ...tones) } : column;
  }),
  groupBy: by,
  groups: all.map(({ series, groups }) => ({ title: series?.of ?? '', rows: groups.flatMap(({ rows }) => rows) })),
});

/** @throws RangeError if the document has neither a table nor a checklist */
export function refuseEmpty({ id, blocks }: Document): void {
  if (!blocks.some(({ type }) => type === 'table' || type === 'checklist'))
    throw new RangeError(`The document '${id}' has no table.`);
}

/** The main table: the one marked as such, else the first that is no figure. It is the one that CSV writes, and comes first in a workbook. */
export function mainTable(document: Document, nameOf?: (place: Place) => string): Table {
  const { blocks } = document;
  const tables = tablesOf({ ...document, blocks: blocks.filter(({ type }) => type !== 'figure') }, nameOf);
  return tables.find(({ isMain }) => isMain) ?? tables[0];
}

function checklistTable(checklists: readonly Checklist[], say: Say, nameOf?: (place: Place) => string): Table {
  const tones = new Map(checklists.flatMap(({ points }) => points.map(({ status }) => [status.word, status.tone])));
  return {
    type: 'table',
    id: 'points',
    title: say('Points'),
    columns: [
      { id: 'point', title: say('Point'), kind: 'title' },
      { id: 'reference', title: say('Clause'), kind: 'name' },
      { id: 'status', title: say('Status'), kind: 'word', tones: Object.fromEntries(tones) },
      { id: 'details', title: say('Details'), kind: 'names' },
      { id: 'open', title: say('Open'), kind: 'prose' },
      ...(nameOf ? [{ id: 'place', title: say('Place'), kind: 'name' as const }] : []),
    ],
    groupBy: say('Part'),
    groups: checklists.map(({ title, points }) => ({ title, rows: points.map(point => pointRow(point, say, nameOf)) })),
  };
}

function pointRow(point: Point, say: Say, nameOf?: (place: Place) => string): Row {
  const { title, reference, status, details, place } = point;
  return [title, reference, status.word, details, remarksCell(point, say), ...(nameOf && place ? [nameOf(place)] : [])];
}

/** A figure as a table. */
export const figureTable = (figure: Figure): Table =>
  figure.kind === 'matrix' ? matrixTable(figure) : barsTable(figure);

function matrixTable({ id, title, across, down, cells }: MatrixFigure): Table {
  const tones = new Map<string, Tone>();
  const rows = down.labels.map(
    (label, y): Row => [
      label,
      ...across.labels.map((_, x): Cell => {
        const cell = cells[y]?.[x];
        const text = cell?.word ? `${cell.count} (${cell.word})` : String(cell?.count ?? 0);
        if (cell?.tone) tones.set(text, cell.tone);
        return text;
      }),
    ],
  );
  const columns = across.labels.map((label, x): Column => {
    return { id: `across-${x + 1}`, title: label, kind: 'word', tones: Object.fromEntries(tones) };
  });
  return {
    type: 'table',
    id,
    title,
    columns: [{ id: 'down', title: `${down.title} \\ ${across.title}`, kind: 'word' }, ...columns],
    groups: [{ title: '', rows }],
  };
}

function barsTable({ id, title, barTitle = 'Part', parts, bars }: BarsFigure): Table {
  return {
    type: 'table',
    id,
    title,
    columns: [
      { id: 'bar', title: barTitle, kind: 'word' },
      ...parts.map(({ label }, x): Column => ({ id: `part-${x + 1}`, title: label, kind: 'number' })),
    ],
    groups: [{ title: '', rows: bars.map(({ label, values }) => [label, ...values]) }],
  };
}

/** The tone of a cell, if its column gives its text one. */
export function toneOf({ tones }: Column, cell: Cell): Tone | undefined {
  return tones !== undefined && typeof cell === 'string' && Object.hasOwn(tones, cell) ? tones[cell] : undefined;
}
