import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type {
  Block,
  Cell,
  Checklist,
  Column,
  Document,
  Fact,
  Inline,
  Place,
  Point,
  Prose,
  Row,
  Table,
} from '../documents/blocks.ts';
import { drawing, drawingRoom } from './html/drawing.ts';
import { logoImage, logoPolicy } from './html/logo.ts';
import { columnWidths, pageMargins, pageStyle } from './html/page-style.ts';
import type { Logo } from './shared/branding.ts';
import { drawnOrTable } from './shared/figures.ts';
import type { Format, WriteOptions } from './shared/format.ts';
import { type Piece, rowBatches } from './shared/pieces.ts';
import { belowParts, belowSeparator, fileTitle, type PrintLayout, printLayout } from './shared/print.ts';
import { forReaders } from './shared/readers.ts';
import { refuseEmpty, toneOf } from './shared/tables.ts';
import { cellLines, cellText, plainText } from './shared/text.ts';
import { type Width, widthOf } from './shared/widths.ts';

/** Nothing is loaded and nothing runs, whatever the texts say. */
const policy = (nonce: string | undefined, hasLogo: boolean): string =>
  `default-src 'none'; style-src ${nonce === undefined ? "'unsafe-inline'" : `'nonce-${nonce}'`}${hasLogo ? `; ${logoPolicy}` : ''}`;

export const format: Format = {
  id: 'html',
  label: 'HTML',
  extension: 'html',
  mediaType: 'text/html;charset=utf-8',
  isText: true,
  can: { write: 'all blocks', links: true, drawings: true, branding: true },
  write: writeHtml,
};

type LinkTo = WriteOptions['linkTo'];

/**
 * The document as one HTML page: without scripts and files beside it, for the screen (light and dark) and for paper (A4 landscape,
 * the header row on each page), or for a view of the editor. Trees are built and the library writes them, so that markup in texts
 * is text.
 */
function* writeHtml(given: Document, { linkTo, nonce, branding, medium = 'page' }: WriteOptions): Generator<Piece> {
  refuseEmpty(given);
  const document = forReaders(given);
  const title = plainText(document.title);
  const blocks = document.blocks.map(block => drawnOrTable(block, drawingRoom));
  const tables = blocks.filter(block => block.type === 'table');
  const widths = new Map(tables.map(table => [table, widthsOf(table)]));
  const papers = new Map(tables.map(table => [table, medium === 'page' ? paperOf(table) : undefined]));
  const style =
    pageStyle(blocks, medium, branding) +
    pageMargins(document) +
    tables
      .map((table, index) => columnWidths(tableClass(index), widths.get(table) ?? [], papers.get(table)?.beside))
      .join('');
  const page = tags(
    h(
      'html',
      { lang: document.wording?.language ?? 'en' },
      lines([
        h(
          'head',
          lines([
            h('meta', { charSet: 'utf-8' }),
            h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
            h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(nonce, branding?.logo !== undefined) }),
            h('title', fileTitle(document)),
            h('style', { nonce: nonce ?? null }, style),
          ]),
        ),
      ]),
    ),
  );
  const body = tags(h('body', lines([head(document, title, branding?.logo)])));
  const main = tags(h('main'));
  const anchors = new Anchors();
  yield `${toHtml({ type: 'doctype' })}\n${page.start}${body.start}${main.start}\n`;
  for (const block of blocks) {
    if (block.type === 'table') {
      const context = { widths: widths.get(block) ?? [], paper: papers.get(block), linkTo, anchors };
      yield* tableHtml(block, tables.indexOf(block), context);
    } else {
      yield `${toHtml(section(block, linkTo))}\n`;
    }
  }
  yield `${main.end}\n${body.end}\n${page.end}\n`;
}

/** What a table's rows need beside their cells. */
interface RowContext {
  readonly widths: readonly Width[];
  readonly paper: PrintLayout | undefined;
  readonly linkTo: LinkTo;
  readonly anchors: Anchors;
}

/** How a table stands on paper, where it has no room for all its columns there. */
function paperOf(table: Table): PrintLayout | undefined {
  const layout = printLayout(table, 'landscape');
  return layout.below.length ? layout : undefined;
}

const isBelow = (paper: PrintLayout | undefined, x: number): boolean => paper?.below.some(one => one.x === x) ?? false;

/** The ids of rows, by which others link into the page: each is given once, to the first row of that name. */
class Anchors {
  private readonly given = new Set<string>();

  /** The id of a row; undefined where its name is none, or has been given. */
  of({ kind }: Column, cell: Cell): string | undefined {
    if (kind !== 'id' || typeof cell !== 'string' || !/^[\p{L}][\p{L}\p{N}._-]*$/u.test(cell)) return undefined;
    if (this.given.has(cell)) return undefined;
    this.given.add(cell);
    return cell;
  }
}

const widthsOf = ({ columns, groups }: Table): Width[] =>
  columns.map((column, x) =>
    widthOf(
      column,
      x,
      groups.flatMap(({ rows }) => rows),
    ),
  );

/** What stands before and after whatever is put at the end of an element. */
function tags(element: Element): { readonly start: string; readonly end: string } {
  const text = toHtml(element);
  const end = text.lastIndexOf('</');
  return { start: text.slice(0, end), end: text.slice(end) };
}

function head(document: Document, title: string, logo: Logo | undefined): Element {
  return h(
    'header',
    lines([
      ...(logo ? [logoImage(logo)] : []),
      h('h1', title),
      ...(document.head.length > 0 ? [factList(document.head)] : []),
    ]),
  );
}

const factList = (facts: readonly Fact[]): Element =>
  h(
    'dl',
    lines(
      facts.map(({ label, value }) =>
        h('div', [h('dt', plainText(label)), h('dd', content(typeof value === 'number' ? value : plainText(value)))]),
      ),
    ),
  );

function section(block: Exclude<Block, Table>, linkTo: LinkTo): Element {
  switch (block.type) {
    case 'heading':
      return h(`h${block.level ?? 2}`, plainText(block.text));
    case 'facts':
      return factList(block.facts);
    case 'checklist':
      return checklist(block, linkTo);
    case 'figure':
      return drawing(block);
    default:
      return proseBlock(block, linkTo);
  }
}

const checklist = ({ title, summary, points }: Checklist, linkTo: LinkTo): Element =>
  h(
    'section',
    lines([
      h('h2', plainText(title)),
      h('p', h('strong', plainText(summary))),
      h('ul', { className: ['checklist'] }, lines(points.map(point => pointItem(point, linkTo)))),
    ]),
  );

function pointItem(point: Point, linkTo: LinkTo): Element {
  const { title, reference, status, details, place } = point;
  const { remarks: shown, more: rest } = point;
  const remarks = [
    ...shown.map(({ note, text, place: at, code }) =>
      h('li', [
        ...(note ? [`${plainText(note)}: `] : []),
        placed(text, at, linkTo),
        ...(code ? [' ', h('code', plainText(code))] : []),
      ]),
    ),
    ...(rest ? [h('li', rest)] : []),
  ];
  return h('li', { className: [status.tone] }, [
    h('span', { className: ['sign'], ariaHidden: 'true' }, status.sign),
    placed(title, place, linkTo),
    ' ',
    h('span', { className: ['reference'] }, `(${plainText(reference)})`),
    ': ',
    h('span', { className: ['state'] }, plainText(status.word)),
    ...(details ? [`; ${plainText(details)}`] : []),
    ...(remarks.length ? [h('ul', remarks)] : []),
  ]);
}

const placed = (words: string, place: Place | undefined, linkTo: LinkTo): ElementContent =>
  place && linkTo ? h('a', { href: linkTo(place) }, plainText(words)) : { type: 'text', value: plainText(words) };

const prose = (blocks: Prose, linkTo: LinkTo): Element[] => blocks.map(block => proseBlock(block, linkTo));

function proseBlock(block: Prose[number], linkTo: LinkTo): Element {
  if (block.type === 'paragraph') return h('p', inlines(block.content, linkTo));
  const items = block.items.map(item => h('li', tight(item, linkTo)));
  return block.start === undefined
    ? h('ul', { className: ['prose'] }, items)
    : h('ol', { start: block.start === 1 ? null : block.start }, items);
}

/** A first paragraph stands in the item itself. */
function tight([first, ...rest]: Prose, linkTo: LinkTo): ElementContent[] {
  if (first?.type !== 'paragraph') return first ? prose([first, ...rest], linkTo) : [];
  return [...inlines(first.content, linkTo), ...prose(rest, linkTo)];
}

function inlines(all: readonly Inline[], linkTo: LinkTo): ElementContent[] {
  return all.flatMap((inline): ElementContent[] => {
    if (typeof inline === 'string') return broken(plainText(inline).split('\n'));
    switch (inline.type) {
      case 'break':
        return [h('br')];
      case 'code':
        return [h('code', plainText(inline.text))];
      case 'link': {
        const children = inlines(inline.content, linkTo);
        const href = 'url' in inline.to ? inline.to.url : linkTo?.(inline.to.place);
        return href === undefined
          ? children
          : [h('a', { href, rel: 'url' in inline.to ? 'noreferrer' : null }, children)];
      }
      default:
        return [h(inline.type === 'strong' ? 'strong' : 'em', inlines(inline.content, linkTo))];
    }
  });
}

function* tableHtml(table: Table, index: number, context: RowContext): Generator<string> {
  const { start, end } = tags(
    h(
      'table',
      { className: [tableClass(index), ...(table.level === 3 ? ['within'] : [])] },
      lines([
        h('caption', plainText(table.title)),
        h(
          'colgroup',
          table.columns.map((_, x) => h('col', screenOnly(context.paper, x))),
        ),
        h(
          'thead',
          lines([
            h(
              'tr',
              table.columns.map((column, x) =>
                h(
                  'th',
                  { scope: 'col', ...classes(column, ...screenNames(context.paper, x)) },
                  plainText(column.title),
                ),
              ),
            ),
          ]),
        ),
      ]),
    ),
  );
  const group = tags(h('tbody'));
  yield start;
  let before = '';
  for (const { title, begins, rows } of rowBatches(table)) {
    const trs = rows.flatMap(row => [toHtml(tableRow(table, row, context)), ...paperRow(row, context)]);
    const heading = begins && title !== '' ? [toHtml(groupHeading(table, title))] : [];
    const text = [...heading, ...trs].map(tr => `${tr}\n`).join('');
    yield begins ? `${before}${group.start}\n${text}` : text;
    before = `${group.end}\n`;
  }
  yield `${before}${end}\n`;
}

/** The class of the table with that number: ids are free text and so no class names. */
function tableClass(index: number): string {
  return `sheet-${index + 1}`;
}

function groupHeading({ columns }: Table, title: string): Element {
  return h('tr', { className: ['group'] }, [h('th', { scope: 'rowgroup', colSpan: columns.length }, plainText(title))]);
}

/**
 * What has no room on paper, below its row and with its titles. On the screen it stands in its columns, so that here it is no text of the page, which
 * would be found, read aloud and imported twice, but what the style of paper shows.
 */
function paperRow(row: Row, { paper }: RowContext): string[] {
  const parts = paper ? belowParts(row, paper.below) : [];
  if (!paper || !parts.length) return [];
  const lines = parts.map(part =>
    h(
      'div',
      part.map(({ column, cell }, at) =>
        h('span', {
          dataLabel: `${at ? belowSeparator : ''}${plainText(column.title)}: `,
          dataText: cellText(cell),
        }),
      ),
    ),
  );
  const tr = h('tr', { className: ['paper'] }, [h('td', { colSpan: paper.beside.length }, lines)]);
  return [withoutMarkupInAttributes(toHtml(tr))];
}

/** Markup in the value of an attribute is only text; it is escaped all the same for whoever looks at a page with less than a parser. */
const withoutMarkupInAttributes = (html: string): string =>
  html
    .split('"')
    .map((part, at) => (at % 2 ? part.replaceAll('<', '&#x3C;').replaceAll('>', '&#x3E;') : part))
    .join('"');

/** The class of what paper has elsewhere. */
const screenNames = (paper: PrintLayout | undefined, x: number): string[] => (isBelow(paper, x) ? ['screen'] : []);

const screenOnly = (paper: PrintLayout | undefined, x: number): { className?: string[] } =>
  isBelow(paper, x) ? { className: ['screen'] } : {};

function tableRow({ columns }: Table, row: Row, { widths, paper, linkTo, anchors }: RowContext): Element {
  return h(
    'tr',
    columns.map((column, x) => {
      const tone = toneOf(column, row[x]);
      const inner = content(row[x], linkTo);
      const shown = tone === undefined ? inner : [h('span', { className: ['status', tone] }, inner)];
      const attributes = classes(column, shape(widths[x], row[x]), ...screenNames(paper, x));
      if (x > 0) return h('td', attributes, shown);
      return h('th', { scope: 'row', id: anchors.of(column, row[x]) ?? null, ...attributes }, shown);
    }),
  );
}

/** Words longer than this, in UTF-16 units, are broken anywhere; all others only between them. */
const longestWord = /\S{31}/;

/**
 * How a cell's text is broken: not at all where it fits its column in one line (not so for all cells of such columns: one long text would
 * take the width of all others), anywhere where a word is too long.
 */
function shape(room: Width | undefined, cell: Cell): 'short' | 'long' | undefined {
  if (cell === undefined) return undefined;
  const texts = cellLines(cell);
  if (room?.wrap === false && texts.every(line => line.length <= room.width)) return 'short';
  return texts.some(line => longestWord.test(line)) ? 'long' : undefined;
}

function classes(column: Column, ...more: readonly (string | undefined)[]): { className?: string[] } {
  const names = column.kind === 'number' || column.kind === 'date' ? [column.kind as string] : [];
  const className = [...names, ...more.filter(name => name !== undefined)];
  return className.length > 0 ? { className } : {};
}

/** A list of several items as such, prose as its blocks, other texts with their line breaks. */
function content(cell: Cell, linkTo?: LinkTo): ElementContent[] {
  if (typeof cell === 'object' && 'type' in cell) {
    if (cell.type === 'link') return inlines([cell], linkTo);
    const [only, ...rest] = cell.blocks;
    return only?.type === 'paragraph' && rest.length === 0 ? inlines(only.content, linkTo) : prose(cell.blocks, linkTo);
  }
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
