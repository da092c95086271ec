/** How documents stand on pages that do not scroll: what fits side by side, and what every page repeats. */
import type { Block, Cell, Column, Document, Fact, Row, Table } from '../../documents/blocks.ts';
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

/** Of these kinds what finds no room goes below the row, the first kind first, behind what few rows have. What identifies a row never does. */
const goBelow = ['prose', 'names', 'ids', 'name', 'date', 'number', 'word'] as const;

/** Which columns of a table stand side by side in the room that there is. */
export function printLayout(table: Table, orientation: Orientation): PrintLayout {
  const rows = table.groups.flatMap(group => group.rows);
  const columns = table.columns.map((column, x): PrintColumn => {
    // The room between columns is part of their width; a head may be broken between its words.
    return { column, x, width: Math.max(widthOf(column, x, rows).width, 6) };
  });
  const below = new Set<PrintColumn>();
  let sum = columns.reduce((total, { width }) => total + width, 0);
  const moveBelow = (isWanted: (one: PrintColumn) => boolean): void => {
    for (const one of [...columns].reverse()) {
      if (sum <= rooms[orientation]) break;
      if (one.x === 0 || one.column.kind === 'title' || below.has(one) || !isWanted(one)) continue;
      below.add(one);
      sum -= one.width;
    }
  };
  // Below its row an empty cell takes no room at all.
  moveBelow(({ x }) => 4 * rows.filter(row => cellLines(row[x]).length > 0).length < rows.length);
  for (const kind of goBelow) moveBelow(({ column }) => column.kind === kind);
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

/** Landscape where some table has no room upright. */
export const orientationOf = ({ blocks }: Document): Orientation =>
  blocks.some(block => {
    const table = printTable(block);
    return table !== undefined && printLayout(table, 'portrait').below.length > 0;
  })
    ? 'landscape'
    : 'portrait';

/** What the file is called in tabs, lists and properties: the title, whose it is, in which version. */
export function fileTitle({ title, head }: Document): string {
  const values = ['organisation', 'version'].map(id => String(head.find(fact => fact.id === id)?.value ?? ''));
  return [title, ...values]
    .map(oneLine)
    .filter(part => part !== '')
    .join(' – ');
}

/** What is repeated on every page, in this order; the rest of the head is on the first. */
const repeated = ['organisation', 'document', 'version', 'classification', 'as-of'] as const;

/** In UTF-16 units: one line of a page's margin. */
const longestMargin = 150;

/** The texts of every page's margins, a line each: above whose document it is and which, below in which version. */
export function marginTexts({ title, head }: Document): {
  readonly left: string;
  readonly right: string;
  readonly below: string;
} {
  const value = (id: string): string => oneLine(String(head.find(fact => fact.id === id)?.value ?? ''));
  const facts = repeated
    .slice(1)
    .flatMap(id => head.filter((fact): fact is Fact => fact.id === id && fact.value !== ''))
    .map(({ label, value: shown }) => oneLine(`${label}: ${shown}`));
  return { left: cut(oneLine(title)), right: cut(value('organisation')), below: cut(facts.join(' · ')) };
}

const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim();

const cut = (line: string): string =>
  line.length <= longestMargin ? line : `${line.slice(0, longestMargin - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
