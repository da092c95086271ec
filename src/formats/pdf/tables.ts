/** Tables of a PDF: a head row on each page, cells of any length, and what finds no room side by side below its row. */
import type { Cell, Column, Fact, Row, Table } from '../../documents/blocks.ts';
import { columnWidths } from '../shared/columns.ts';
import type { WriteOptions } from '../shared/format.ts';
import { type BelowCell, belowParts, belowSeparator, type PrintColumn, printLayout } from '../shared/print.ts';
import { toneOf } from '../shared/tables.ts';
import { cellLines, plainText } from '../shared/text.ts';
import { band, ink, line as lineColour, soft, toneColours } from '../shared/tones.ts';
import { type Line, type Look, runsOf, type TextBlock, textBlocks } from './lines.ts';
import { type Element, lineHeight, type PdfPages } from './pages.ts';

type LinkTo = WriteOptions['linkTo'];

/** In points. */
const size = 8;
const height = lineHeight(size);
const pad = { x: 4, y: 3 };

const look: Look = { color: ink, size };

/** Of the titles of groups. */
const groupSize = 9;
const groupHeight = lineHeight(groupSize) + 2 * pad.y;

const factSize = 9.5;

/** How much the row of a fact takes, in points. */
export const factHeight = lineHeight(factSize) + 2 * pad.y;

/** Something with lines between two edges. */
interface Box {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly Line[];
  readonly element: Element;
  readonly tag: 'TH' | 'TD';
  readonly ground?: string;
  readonly isRight: boolean;
}

/** Labels beside their values. */
export function writeFacts(pages: PdfPages, facts: readonly Fact[]): void {
  const table = pages.element('Table');
  const labels = Math.min(pages.width * 0.32, 200);
  const factLook: Look = { color: ink, size: factSize, bold: true };
  for (const { label, value } of facts) {
    const row = pages.element('TR', table);
    const cell = (text: string, own: Look, x: number, width: number, tag: 'TH' | 'TD'): Box => ({
      x: pages.left + x,
      width,
      lines: pages.lines({ runs: [{ text: plainText(text), look: own }], indent: 0 }, width - 2 * pad.x),
      element: pages.element(tag, row, tag === 'TH' ? { O: 'Table', Scope: 'Row' } : undefined),
      tag,
      isRight: false,
    });
    drawBoxes(
      pages,
      [
        cell(label, { color: soft, size: factSize }, 0, labels, 'TH'),
        cell(String(value), factLook, labels, pages.width - labels, 'TD'),
      ],
      lineHeight(factSize),
      () => {},
    );
  }
  pages.y += 8;
}

/** How much a table needs of a page to begin there, in points: its head, the title of its first group, and its first row. */
export function tableBeginning(pages: PdfPages, table: Table, linkTo: LinkTo): number {
  const columns = columnsOf(pages, table, linkTo);
  const group = table.groups.find(({ rows }) => rows.length);
  const title = group && group.title !== '' ? groupHeight : 0;
  const [row] = group?.rows ?? [];
  return headHeight(pages, columns) + title + (row ? rowBeginning(pages, rowLines(pages, row, columns)) : height);
}

export function writeTable(pages: PdfPages, table: Table, linkTo: LinkTo): void {
  const columns = columnsOf(pages, table, linkTo);
  const rows = table.groups.flatMap(group => group.rows);
  const element = pages.element('Table');
  drawHead(pages, columns, pages.element('TR', pages.element('THead', element)));
  const onNewPage = (): void => drawHead(pages, columns, undefined);
  const body = pages.element('TBody', element);
  for (const group of table.groups) {
    const [first] = group.rows;
    if (group.title !== '' && first) {
      // A group's title stays with its first row.
      const needed = groupHeight + rowBeginning(pages, rowLines(pages, first, columns));
      if (pages.y + needed > pages.bottom) startPage(pages, onNewPage);
      drawGroup(pages, group.title, columns, body, onNewPage);
    }
    for (const row of group.rows) drawRow(pages, row, columns, body, onNewPage);
  }
  if (!rows.length) pages.y += height;
  pages.y += 10;
}

interface Columns {
  readonly beside: readonly PrintColumn[];
  readonly below: readonly PrintColumn[];
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  readonly linkTo: LinkTo;
}

function columnsOf(pages: PdfPages, table: Table, linkTo: LinkTo): Columns {
  const { beside, below } = printLayout(table, pages.orientation);
  const rows = table.groups.flatMap(group => group.rows);
  const widths = columnWidths(beside, rows, {
    width: pages.width,
    padding: 2 * pad.x,
    measure: word => pages.measure(word, { ...look, bold: true }),
  });
  const lefts = widths.map((_, x) => pages.left + sumOf(widths.slice(0, x)));
  return { beside, below, widths, lefts, linkTo };
}

const headLines = (pages: PdfPages, { beside, widths }: Columns): Line[][] =>
  beside.map(({ column }, x) =>
    pages.lines(
      { runs: [{ text: plainText(column.title), look: { color: 'FFFFFF', size, bold: true } }], indent: 0 },
      (widths[x] ?? 0) - 2 * pad.x,
    ),
  );

const tallOf = (cells: readonly (readonly Line[])[]): number =>
  Math.max(...cells.map(lines => lines.length)) * height + 2 * pad.y;

const headHeight = (pages: PdfPages, columns: Columns): number => tallOf(headLines(pages, columns));

/** The head row: as a part of the table where it has an element, else only to be seen. */
function drawHead(pages: PdfPages, columns: Columns, row: Element | undefined): void {
  const { beside, widths, lefts } = columns;
  const cells = headLines(pages, columns);
  const tall = tallOf(cells);
  const top = pages.y;
  pages.artifact(() => pages.rectangle(pages.left, top, sumOf(widths), tall, pages.accent));
  for (const [x, { column }] of beside.entries()) {
    const lines = cells[x] ?? [];
    const draw = (): void =>
      drawLines(
        pages,
        lines,
        (lefts[x] ?? 0) + pad.x,
        top + tall - pad.y - lines.length * height,
        (widths[x] ?? 0) - 2 * pad.x,
        height,
        isRight(column),
      );
    if (row) pages.content(pages.element('TH', row, { O: 'Table', Scope: 'Column' }), 'TH', draw);
    else pages.artifact(draw, 'Pagination');
  }
  pages.y = top + tall;
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

const isRight = ({ kind }: Column): boolean => kind === 'number';

function drawGroup(
  pages: PdfPages,
  title: string,
  { beside, widths }: Columns,
  body: Element,
  onNewPage: () => void,
): void {
  const row = pages.element('TR', body);
  const box: Box = {
    x: pages.left,
    width: sumOf(widths),
    lines: pages.lines(
      { runs: [{ text: plainText(title), look: { color: pages.accent, size: groupSize, bold: true } }], indent: 0 },
      sumOf(widths) - 2 * pad.x,
    ),
    element: pages.element('TH', row, { O: 'Table', ColSpan: beside.length, Scope: 'Row' }),
    tag: 'TH',
    ground: band,
    isRight: false,
  };
  drawBoxes(pages, [box], lineHeight(groupSize), onNewPage);
}

/** The lines of a row: of the cells that stand side by side, and of what is below them. */
interface RowLines {
  readonly beside: readonly (readonly Line[])[];
  readonly below: readonly Line[];
}

/** How far what is below a row is indented, in points. */
const belowIndent = 16;

const belowWidth = (pages: PdfPages): number => pages.width - belowIndent;

function rowLines(pages: PdfPages, row: Row, { beside, below, widths, linkTo }: Columns): RowLines {
  return {
    beside: beside.map(({ column, x }, index) => {
      const tone = toneOf(column, row[x]);
      const own: Look = tone
        ? { ...look, bold: true, color: toneColours[tone].text }
        : x === 0
          ? { ...look, bold: true }
          : look;
      return linesOf(pages, cellBlocks(row[x], own, linkTo), (widths[index] ?? 0) - 2 * pad.x);
    }),
    below: linesOf(
      pages,
      belowParts(row, below).flatMap(part => belowBlocks(part, linkTo)),
      belowWidth(pages) - 2 * pad.x,
    ),
  };
}

/**
 * How much a row needs of a page to begin there, in points. One that takes less than half a page is not parted; of a longer one the first lines below
 * stay with what they are below.
 */
function rowBeginning(pages: PdfPages, { beside, below }: RowLines): number {
  const needed = [below.length, Math.min(below.length, 3), 0].map(
    lines => tallOf(beside) + (lines ? lines * height + 2 * pad.y : 0),
  );
  return needed.find(one => one < pages.room / 2) ?? height + 2 * pad.y;
}

function drawRow(pages: PdfPages, row: Row, columns: Columns, body: Element, onNewPage: () => void): void {
  const { beside, widths, lefts } = columns;
  const tr = pages.element('TR', body);
  const lines = rowLines(pages, row, columns);
  const boxes = beside.map(({ column, x }, index): Box => {
    const tone = toneOf(column, row[x]);
    const tag = x === 0 ? 'TH' : 'TD';
    return {
      x: lefts[index] ?? 0,
      width: widths[index] ?? 0,
      lines: lines.beside[index] ?? [],
      element: pages.element(tag, tr, tag === 'TH' ? { O: 'Table', Scope: 'Row' } : undefined),
      tag,
      isRight: isRight(column),
      ...(tone && { ground: toneColours[tone].ground }),
    };
  });
  if (pages.y + rowBeginning(pages, lines) > pages.bottom) startPage(pages, onNewPage);
  drawBoxes(pages, boxes, height, onNewPage, lines.below.length === 0);
  if (!lines.below.length) return;
  const box: Box = {
    x: pages.left + belowIndent,
    width: belowWidth(pages),
    lines: lines.below,
    element: pages.element('TD', pages.element('TR', body), { O: 'Table', ColSpan: beside.length }),
    tag: 'TD',
    isRight: false,
  };
  drawBoxes(pages, [box], height, onNewPage);
}

/** What stands in a line of its own; of short texts that share a line one paragraph. */
function belowBlocks(part: readonly BelowCell[], linkTo: LinkTo): TextBlock[] {
  const all = part.map(({ column, cell }) => labelled(column, cellBlocks(cell, look, linkTo)));
  if (all.length < 2) return all.flat();
  const separator = { text: belowSeparator, look: { color: soft, size } };
  return [{ indent: 0, runs: all.flatMap(([block], at) => [...(at ? [separator] : []), ...(block?.runs ?? [])]) }];
}

/** The column's title before what is in the cell, in its first line unless that is the item of a list. */
function labelled({ title }: Column, blocks: readonly TextBlock[]): TextBlock[] {
  const label = { text: plainText(`${title}: `), look: { color: soft, size } };
  const [first, ...rest] = blocks;
  if (!first || first.mark !== undefined) return [{ runs: [label], indent: 0 }, ...blocks];
  return [{ ...first, runs: [label, ...first.runs] }, ...rest];
}

function startPage(pages: PdfPages, onNewPage: () => void): void {
  pages.newPage();
  onNewPage();
}

const linesOf = (pages: PdfPages, blocks: readonly TextBlock[], width: number): Line[] =>
  blocks.flatMap(block => pages.lines(block, width));

/** A cell as paragraphs. */
function cellBlocks(cell: Cell, own: Look, linkTo: LinkTo): TextBlock[] {
  if (typeof cell === 'object' && 'type' in cell) {
    if (cell.type === 'link') return [{ runs: runsOf([cell], own, linkTo), indent: 0 }];
    return textBlocks(cell.blocks, own, linkTo);
  }
  return cellLines(cell).map(text => ({ runs: [{ text, look: own }], indent: 0 }));
}

/** Boxes side by side, from page to page until all their lines are drawn, with a rule below the last. */
function drawBoxes(pages: PdfPages, boxes: readonly Box[], step: number, onNewPage: () => void, ends = true): void {
  const most = Math.max(1, ...boxes.map(({ lines }) => lines.length));
  for (let from = 0; from < most; ) {
    let fit = Math.floor((pages.bottom - pages.y - 2 * pad.y) / step);
    if (fit < 1) {
      startPage(pages, onNewPage);
      fit = Math.max(Math.floor((pages.bottom - pages.y - 2 * pad.y) / step), 1);
    }
    const to = Math.min(from + fit, most);
    const top = pages.y;
    const tall = (to - from) * step + 2 * pad.y;
    const isLast = to === most;
    pages.artifact(() => {
      for (const { ground, x, width } of boxes) if (ground) pages.rectangle(x, top, width, tall, ground);
      const right = boxes.reduce((most, { x, width }) => Math.max(most, x + width), pages.left);
      if (isLast && ends) pages.rule(pages.left, top + tall, right - pages.left, lineColour);
    });
    for (const { lines, x, width, element, tag, isRight: right } of boxes) {
      const here = lines.slice(from, to);
      if (here.length || from === 0) {
        pages.content(element, tag, () =>
          drawLines(pages, here, x + pad.x, top + pad.y, width - 2 * pad.x, step, right),
        );
      }
    }
    pages.y = top + tall;
    from = to;
  }
}

function drawLines(
  pages: PdfPages,
  lines: readonly Line[],
  x: number,
  y: number,
  width: number,
  step: number,
  right: boolean,
): void {
  for (const [index, one] of lines.entries()) pages.drawLine(one, x, y + index * step, right ? width : undefined);
}
