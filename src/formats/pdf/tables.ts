/** Tables of a PDF: a head row on each page, cells of any length, and what finds no room side by side below its row. */
import type { Cell, Column, Fact, Row, Table } from '../../documents/blocks.ts';
import type { WriteOptions } from '../shared/format.ts';
import { type BelowCell, belowParts, belowSeparator, type PrintColumn, printLayout } from '../shared/print.ts';
import { toneOf } from '../shared/tables.ts';
import { cellLines, plainText } from '../shared/text.ts';
import { band, ink, line as lineColour, soft, strong, toneColours } from '../shared/tones.ts';
import { type Line, type Look, runsOf, type TextBlock, textBlocks } from './lines.ts';
import { type Element, lineHeight, type PdfPages } from './pages.ts';

type LinkTo = WriteOptions['linkTo'];

/** In points. */
const size = 8;
const height = lineHeight(size);
const pad = { x: 4, y: 3 };

/** In points: so much a column is given for each of its characters at the most. */
const widestSign = 6.5;

const look: Look = { color: ink, size };

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
  const factLook: Look = { color: ink, size: 9.5, bold: true };
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
        cell(label, { color: soft, size: 9.5 }, 0, labels, 'TH'),
        cell(String(value), factLook, labels, pages.width - labels, 'TD'),
      ],
      lineHeight(9.5),
      () => {},
    );
  }
  pages.y += 8;
}

export function writeTable(pages: PdfPages, table: Table, linkTo: LinkTo): void {
  const { beside, below } = printLayout(table, pages.orientation);
  const total = beside.reduce((sum, { width }) => sum + width, 0);
  // A table of few short columns is not drawn apart.
  const wide = Math.min(pages.width, total * widestSign);
  const widths = beside.map(({ width }) => (wide * width) / total);
  const lefts = widths.map((_, x) => pages.left + widths.slice(0, x).reduce((sum, width) => sum + width, 0));
  const element = pages.element('Table');
  const columns: Columns = { beside, below, widths, lefts, linkTo };
  drawHead(pages, columns, pages.element('TR', pages.element('THead', element)));
  const onNewPage = (): void => drawHead(pages, columns, undefined);
  const body = pages.element('TBody', element);
  const rows = table.groups.flatMap(group => group.rows);
  for (const group of table.groups) {
    if (group.title !== '' && group.rows.length) drawGroup(pages, group.title, columns, body, onNewPage);
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

/** The head row: as a part of the table where it has an element, else only to be seen. */
function drawHead(pages: PdfPages, { beside, widths, lefts }: Columns, row: Element | undefined): void {
  const cells = beside.map(({ column }, x) => ({
    column,
    lines: pages.lines(
      { runs: [{ text: plainText(column.title), look: { color: 'FFFFFF', size, bold: true } }], indent: 0 },
      (widths[x] ?? 0) - 2 * pad.x,
    ),
  }));
  const tall = Math.max(...cells.map(({ lines }) => lines.length)) * height + 2 * pad.y;
  pages.ensure(tall + 3 * height);
  const top = pages.y;
  pages.artifact(() => pages.rectangle(pages.left, top, sumOf(widths), tall, strong));
  for (const [x, { column, lines }] of cells.entries()) {
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
      { runs: [{ text: plainText(title), look: { color: strong, size: 9, bold: true } }], indent: 0 },
      sumOf(widths) - 2 * pad.x,
    ),
    element: pages.element('TH', row, { O: 'Table', ColSpan: beside.length, Scope: 'Row' }),
    tag: 'TH',
    ground: band,
    isRight: false,
  };
  // A group's title stays with its first row.
  if (pages.y + 4 * height > pages.bottom) startPage(pages, onNewPage);
  drawBoxes(pages, [box], lineHeight(9), onNewPage);
}

function drawRow(pages: PdfPages, row: Row, columns: Columns, body: Element, onNewPage: () => void): void {
  const { beside, below, widths, lefts, linkTo } = columns;
  const tr = pages.element('TR', body);
  const boxes = beside.map(({ column, x }, index): Box => {
    const tone = toneOf(column, row[x]);
    const own: Look = tone
      ? { ...look, bold: true, color: toneColours[tone].text }
      : x === 0
        ? { ...look, bold: true }
        : look;
    const width = widths[index] ?? 0;
    const tag = x === 0 ? 'TH' : 'TD';
    return {
      x: lefts[index] ?? 0,
      width,
      lines: linesOf(pages, cellBlocks(row[x], own, linkTo), width - 2 * pad.x),
      element: pages.element(tag, tr, tag === 'TH' ? { O: 'Table', Scope: 'Row' } : undefined),
      tag,
      isRight: isRight(column),
      ...(tone && { ground: toneColours[tone].ground }),
    };
  });
  const shown = belowParts(row, below);
  const tallest = Math.max(...boxes.map(({ lines }) => lines.length)) * height + 2 * pad.y;
  // A row that fits a page is not parted, and stays with the first of what is below it.
  const together = tallest + (shown.length ? 3 * height : 0);
  if (pages.y + together > pages.bottom && together < pages.room / 2) startPage(pages, onNewPage);
  drawBoxes(pages, boxes, height, onNewPage, shown.length === 0);
  if (!shown.length) return;
  const rest = pages.element('TD', pages.element('TR', body), { O: 'Table', ColSpan: beside.length });
  const indent = 16;
  const width = pages.width - indent - 2 * pad.x;
  const blocks = shown.flatMap(part => belowBlocks(part, linkTo));
  const box: Box = {
    x: pages.left + indent,
    width: width + 2 * pad.x,
    lines: linesOf(pages, blocks, width),
    element: rest,
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
