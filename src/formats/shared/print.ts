/** How documents stand on pages that do not scroll: what fits side by side, and what every page repeats. */
import type { Block, Cell, Column, ColumnKind, Document, Row, Table } from '../../documents/blocks.ts';
import { figureTable } from './tables.ts';
import { cellLines, cellText, plainText } from './text.ts';
import { widthOf } from './widths.ts';

/** In characters of the size in which tables are printed: what stands side by side on A4. */
const rooms = { portrait: 105, landscape: 165 } as const;

export type Orientation = keyof typeof rooms;

/** A column with its number among the table's columns. */
export interface PrintColumn {
  readonly column: Column;
  readonly x: number;
  /** In characters. */
  readonly width: number;
}

export interface PrintLayout {
  /** Side by side. */
  readonly beside: readonly PrintColumn[];
  /** What finds no room: below the row, over its whole width, each with its title. */
  readonly below: readonly PrintColumn[];
}

/** Of these kinds what finds no room goes below the row, the first kind first, behind what few rows have and before what the table is asked for. What identifies a row never does. */
const goBelow = ['prose', 'names', 'ids', 'name', 'date', 'number', 'word'] as const;

/** Texts of these kinds are broken into lines anyway, so that their columns give way by a share of their width before any goes below. */
const givesWay: ReadonlySet<ColumnKind> = new Set(['title', 'prose', 'name', 'names']);
const given = 0.2;

/** In characters: numbers need no more than themselves, and the longest word of their head. */
function printWidth(column: Column, x: number, rows: readonly Row[]): number {
  const { width } = widthOf(column, x, rows);
  if (column.kind !== 'number') return width;
  const texts = [...column.title.split(/\s+/), ...rows.map(row => cellText(row[x]))];
  return Math.min(width, texts.reduce((longest, { length }) => Math.max(longest, length), 0) + 2);
}

/** Which columns of a table stand side by side in the room that there is. */
export function printLayout(table: Table, orientation: Orientation): PrintLayout {
  const rows = table.groups.flatMap(group => group.rows);
  const columns = table.columns.map((column, x): PrintColumn => {
    // The room between columns is part of their width; a head may be broken between its words.
    return { column, x, width: Math.max(printWidth(column, x, rows), 6) };
  });
  const below = new Set<PrintColumn>();
  const needed = ({ column, width }: PrintColumn): number => (givesWay.has(column.kind) ? width * (1 - given) : width);
  let sum = columns.reduce((total, one) => total + needed(one), 0);
  const moveBelow = (isWanted: (one: PrintColumn) => boolean): void => {
    for (const one of [...columns].reverse()) {
      if (sum <= rooms[orientation]) break;
      if (one.x === 0 || one.column.kind === 'title' || below.has(one) || !isWanted(one)) continue;
      below.add(one);
      sum -= needed(one);
    }
  };
  // Below its row an empty cell takes no room at all.
  moveBelow(
    ({ x, column }) => !column.isKey && 4 * rows.filter(row => cellLines(row[x]).length > 0).length < rows.length,
  );
  for (const isKey of [undefined, true])
    for (const kind of goBelow) moveBelow(({ column }) => column.kind === kind && column.isKey === isKey);
  return { beside: columns.filter(one => !below.has(one)), below: columns.filter(one => below.has(one)) };
}

/** A cell with its column. */
export interface BelowCell {
  readonly column: Column;
  readonly cell: Cell;
}

/** In characters, with its title: what shares a line with others, and what they have together. */
const shortest = 60;
const longestLine = 130;

/**
 * What stands below a row, over its whole width: a part for each line that begins. A list is one text, unless an item of it has lines of its
 * own, and short texts that follow each other share a line.
 */
export function belowParts(row: Row, below: readonly PrintColumn[]): readonly (readonly BelowCell[])[] {
  const parts: BelowCell[][] = [];
  let room = 0;
  for (const { column, x } of below) {
    if (!cellLines(row[x]).length) continue;
    const cell = inOneLine(row[x]);
    const length = typeof cell === 'string' && !/[\n\r]/.test(cell) ? column.title.length + cell.length : Infinity;
    const part = parts.at(-1);
    if (part && length <= Math.min(shortest, room)) part.push({ column, cell });
    else {
      parts.push([{ column, cell }]);
      room = length <= shortest ? longestLine : 0;
    }
    room -= length <= shortest ? length : 0;
  }
  return parts;
}

function inOneLine(cell: Cell): Cell {
  if (typeof cell === 'number') return cellText(cell);
  return Array.isArray(cell) && cell.every(item => !/[\n\r]/.test(item)) ? cell.join('; ') : cell;
}

/** Between cells that share a line. */
export const belowSeparator = ' · ';

/** The table of a block that has rows side by side: its own, or that of a figure. */
export const printTable = (block: Block): Table | undefined =>
  block.type === 'table' ? block : block.type === 'figure' ? figureTable(block) : undefined;

/** Landscape where some table has no room upright; of a small one within a part a single column may stand below its rows. */
export const orientationOf = ({ blocks }: Document): Orientation =>
  blocks.some(block => {
    const table = printTable(block);
    return table !== undefined && printLayout(table, 'portrait').below.length > (table.level === 3 ? 1 : 0);
  })
    ? 'landscape'
    : 'portrait';

/** What the file is called in tabs, lists and properties: the title, whose it is, in which version. */
export function fileTitle({ title, head }: Document): string {
  const values = ['organisation', 'version'].map(id => {
    const fact = head.find(one => one.id === id);
    return fact?.isUnstated ? '' : String(fact?.value ?? '');
  });
  return [title, ...values]
    .map(oneLine)
    .filter(part => part !== '')
    .join(' – ');
}

/** What is repeated at the foot of every page, in this order, `standing` being no fact; the rest of the head is on the first. */
const repeated = ['document', 'version', 'standing', 'classification', 'as-of'] as const;

/** In UTF-16 units: one line of a page's margin. */
const longestMargin = 150;

/** The texts of every page's margins, a line each: above whose document it is and which, below in which version. */
export function marginTexts({ title, head, standing }: Document): {
  readonly left: string;
  readonly right: string;
  readonly below: string;
} {
  const value = (id: string): string => oneLine(String(head.find(fact => fact.id === id)?.value ?? ''));
  const partsOf = (id: string): string[] =>
    head
      .filter(fact => fact.id === id && fact.value !== '')
      .map(({ label, value: shown }) => oneLine(`${label}: ${shown}`));
  const parts = repeated.flatMap(id => (id !== 'standing' ? partsOf(id) : standing ? [oneLine(standing)] : []));
  return { left: cut(oneLine(title)), right: cut(value('organisation')), below: cut(parts.join(' · ')) };
}

const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim();

const cut = (line: string): string =>
  line.length <= longestMargin ? line : `${line.slice(0, longestMargin - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
