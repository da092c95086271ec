import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { type Cell, type Column, type ExportDocument, mainSheet, type Row, type Sheet, toneOf } from '../document.ts';
import { columnWidths, styles } from './html-style.ts';
import { type Piece, rowBatches } from './pieces.ts';
import { cellLines, plainText } from './text.ts';

/** Nothing is loaded and nothing runs, whatever the texts say. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The document as one HTML page: without scripts and files beside it, for the screen (light and dark) and for paper (A4 landscape,
 * the header row on each page). Trees are built and the library writes them, so that markup in texts is text.
 */
export function* writeHtml(document: ExportDocument): Generator<Piece> {
  mainSheet(document);
  const title = plainText(document.title);
  const style = styles + document.sheets.map((sheet, index) => columnWidths(tableClass(index), sheet.columns)).join('');
  const page = tags(
    h(
      'html',
      { lang: document.language ?? 'en' },
      lines([
        h(
          'head',
          lines([
            h('meta', { charSet: 'utf-8' }),
            h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
            h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
            h('title', title),
            h('style', style),
          ]),
        ),
      ]),
    ),
  );
  const body = tags(h('body', lines([head(document, title)])));
  const main = tags(h('main'));
  yield `${toHtml({ type: 'doctype' })}\n${page.start}${body.start}${main.start}\n`;
  for (const [index, sheet] of document.sheets.entries()) yield* table(sheet, index);
  yield `${main.end}\n${body.end}\n${page.end}\n`;
}

/** What stands before and after whatever is put at the end of an element. */
function tags(element: Element): { readonly start: string; readonly end: string } {
  const html = toHtml(element);
  const end = html.lastIndexOf('</');
  return { start: html.slice(0, end), end: html.slice(end) };
}

function head(document: ExportDocument, title: string): Element {
  const facts = document.head.map(({ label, value }) =>
    h('div', [h('dt', plainText(label)), h('dd', content(typeof value === 'number' ? value : plainText(value)))]),
  );
  return h('header', lines([h('h1', title), ...(facts.length > 0 ? [h('dl', lines(facts))] : [])]));
}

function* table(sheet: Sheet, index: number): Generator<string> {
  const { start, end } = tags(
    h(
      'table',
      { className: [tableClass(index)] },
      lines([
        h('caption', plainText(sheet.name)),
        h(
          'colgroup',
          sheet.columns.map(() => h('col')),
        ),
        h(
          'thead',
          lines([
            h(
              'tr',
              sheet.columns.map(column => h('th', { scope: 'col', ...classes(column) }, plainText(column.title))),
            ),
          ]),
        ),
      ]),
    ),
  );
  const group = tags(h('tbody'));
  yield start;
  let before = '';
  for (const { title, begins, rows } of rowBatches(sheet)) {
    const trs = rows.map(row => tableRow(sheet, row));
    const heading = begins && title !== '' ? [groupHeading(sheet, title)] : [];
    const html = [...heading, ...trs].map(tr => `${toHtml(tr)}\n`).join('');
    yield begins ? `${before}${group.start}\n${html}` : html;
    before = `${group.end}\n`;
  }
  yield `${before}${end}\n`;
}

/** The class of the table with that number: ids are free text and so no class names. */
function tableClass(index: number): string {
  return `sheet-${index + 1}`;
}

function groupHeading(sheet: Sheet, title: string): Element {
  return h('tr', { className: ['group'] }, [
    h('th', { scope: 'rowgroup', colSpan: sheet.columns.length }, plainText(title)),
  ]);
}

function tableRow(sheet: Sheet, row: Row): Element {
  return h(
    'tr',
    sheet.columns.map((column, x) => tableCell(column, row[x], x === 0)),
  );
}

function tableCell(column: Column, cell: Cell, heading: boolean): Element {
  const tone = toneOf(column, cell);
  const inner = tone === undefined ? content(cell) : [h('span', { className: ['status', tone] }, content(cell))];
  const attributes = classes(column, isShort(column, cell));
  return heading ? h('th', { scope: 'row', ...attributes }, inner) : h('td', attributes, inner);
}

/** Fits its column in one line. Not so for all cells of such columns: one long text would take the width of all others. */
function isShort(column: Column, cell: Cell): boolean {
  return column.wrap !== true && cell !== undefined && cellLines(cell).every(line => line.length <= column.width);
}

function classes(column: Column, short = false): { className?: string[] } {
  const names = column.kind === 'number' || column.kind === 'date' ? [column.kind as string] : [];
  const className = short ? [...names, 'short'] : names;
  return className.length > 0 ? { className } : {};
}

/** A list of several items as such, other texts with their line breaks. */
function content(cell: Cell): ElementContent[] {
  const parts = cellLines(cell);
  if (typeof cell === 'object' && parts.length > 1) {
    return [
      h(
        'ul',
        parts.map(item => h('li', broken(item.split('\n')))),
      ),
    ];
  }
  return broken(parts.flatMap(part => part.split('\n')));
}

function broken(parts: readonly string[]): ElementContent[] {
  return parts.flatMap((part, index): ElementContent[] => {
    const text: ElementContent = { type: 'text', value: part };
    return index === 0 ? [text] : [h('br'), text];
  });
}

/** Line breaks between elements, so that the file can be compared line by line. */
function lines(elements: readonly Element[]): ElementContent[] {
  return elements
    .flatMap((element): ElementContent[] => [{ type: 'text', value: '\n' }, element])
    .concat({ type: 'text', value: '\n' });
}
