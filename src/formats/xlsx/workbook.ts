/** A document as the library's description of a workbook. */
import {
  type CellStyle,
  cellRef,
  rangeRef,
  type Cell as SheetCell,
  type WriteOptions,
  type WriteSheet,
} from 'hucre/xlsx';
import type {
  Block,
  Cell,
  Column,
  Document,
  Emphasis,
  Fact,
  Inline,
  ProseCell,
  Table,
} from '../../documents/blocks.ts';
import { withoutEnd } from '../../model/without-end.ts';
import { refusing } from '../../wording/said-error.ts';
import { dateFormatOf, monthFormatOf, sayIn, type Wording } from '../../wording/wording.ts';
import { accentOf, type Branding, type Logo, logoSize, pixelsOf } from '../shared/branding.ts';
import { fileTitle } from '../shared/print.ts';
import { noRows, shownFact, shownHead } from '../shared/readers.ts';
import { type Grid, isEmptyTable, toneOf } from '../shared/tables.ts';
import { cellText, inlineText, plainText, proseText } from '../shared/text.ts';
import { widthOf } from '../shared/widths.ts';
import { chartsOf } from './charts.ts';
import { rowHeight } from './heights.ts';
import { cut, worksheetNames } from './sheet-names.ts';
import { sheetPages } from './sheet-pages.ts';
import {
  bodyStyle,
  type CellLook,
  type CellPlace,
  FONT,
  headerStyle,
  headingStyle,
  labelStyle,
  proseStyle,
  titleStyle,
  valueStyle,
} from './styles.ts';
import { isoDay, refuseLong, sheetText } from './values.ts';

type Cells = Map<string, Partial<SheetCell>>;

/** In characters: what the indent of all cells and the grid take of a column. */
const INDENT = 2;

/** How much of a text finds room in a line where it is bold. */
const BOLD = 0.93;

/** In points: room for headings of two lines; those of more lines have more. */
const HEADER_HEIGHT = 30;
const TITLE_HEIGHT = 32;
const COVER_SPACE = 6;
const LOGO_SPACE = 12;

/** In characters: labels, values. */
const COVER_WIDTHS = [28, 64] as const;

/** Excel allows 255 signs for a margin, of which its codes take some. */
const LONGEST_MARGIN = 200;

/** What is repeated on every printed page; the rest of the head is on the cover. */
const repeated: ReadonlySet<string> = new Set(['organisation', 'version', 'classification', 'as-of']);

const DAY_UNKNOWN = '2000-01-01';

export interface TableGrid {
  readonly table: Table;
  readonly grid: Grid;
}

/** The cover, then the tables in the order given. */
export function workbookOf(document: Document, tables: readonly TableGrid[], branding?: Branding): WriteOptions {
  const accent = accentOf(branding);
  const first = sayIn(document.wording)('Cover');
  const [cover = first, ...names] = worksheetNames([first, ...tables.map(({ table }) => table.title)]);
  const sheets = tables.map((table, index) => tableSheet(document, table, names[index]!, accent));
  const day = isoDay(document.asOf ?? DAY_UNKNOWN) ?? isoDay(DAY_UNKNOWN);
  const headValue = (id: string): string => sheetText(String(document.head.find(fact => fact.id === id)?.value ?? ''));
  return {
    sheets: [coverSheet(document, cover, accent, { logo: branding?.logo, main: tables[0]?.table.id }), ...sheets],
    namedRanges: sheets.map(repeatedOnPages),
    properties: {
      title: sheetText(fileTitle(document)),
      subject: sheetText(document.title),
      creator: headValue('organisation'),
      company: headValue('organisation'),
      category: headValue('classification'),
      created: day,
      modified: day,
    },
    defaultFont: FONT,
  };
}

function tableSheet(document: Document, { table, grid }: TableGrid, name: string, accent: string): WriteSheet {
  const { columns, rows } = grid;
  const headings = columns.length - table.columns.length + 1;
  const texts = rows.map(({ cells }) => cells);
  const widths = columns.map((column, x) => widthOf(column, x, texts));
  const styleOf = styleFinder({ dateFormat: dateFormatOf(document.wording), accent });
  const cells: Cells = new Map();
  columns.forEach((column, x) => {
    const title = plainText(column.title);
    refuseLong(title, () => refusing('A heading of “{0}”', table.title));
    cells.set(`0,${x}`, { ...stringCell(title), style: headerStyle(column, accent) });
  });
  const heads = columns.map(({ title }, x) => ({ text: plainText(title), width: widths[x]!.width * BOLD, wrap: true }));
  const heights = new Map([[0, { height: Math.max(rowHeight(heads), HEADER_HEIGHT) }]]);
  rows.forEach((row, y) => {
    heights.set(y + 1, { height: rowHeight(row.cells.map((cell, x) => ({ text: cellText(cell), ...widths[x]! }))) });
    row.cells.forEach((cell, x) => {
      const column = columns[x]!;
      refuseLong(cellText(cell), () => refusing('{0}: “{1}”', cellText(row.cells[0]), column.title));
      const place = {
        tone: toneOf(column, cell),
        heading: x === headings - 1,
        banded: row.group % 2 === 1,
        first: row.begins && row.group > 0,
      };
      const style = styleOf(x, column, widths[x]!.wrap, place);
      const month = x < headings - 1 ? monthCell(cell, style, document.wording) : undefined;
      cells.set(`${y + 1},${x}`, month ?? { ...valueCell(cell, column), style });
    });
  });
  const charts = chartsOf(document.blocks, table.id);
  const sheetWidths = widths.map(({ width }) => Math.max(width, 4) + INDENT);
  const freezeColumns = Math.min(headings, columns.length - 1);
  return {
    name,
    cells,
    ...(charts.length && { charts: [...charts] }),
    rowDefs: heights,
    columns: sheetWidths.map(width => ({ width })),
    freezePane: { rows: 1, columns: freezeColumns },
    autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) },
    pageSetup: { ...page, orientation: 'landscape', ...sheetPages(sheetWidths, freezeColumns) },
    headerFooter: margins(document, name),
    a11y: { headerRow: 0 },
  };
}

/** The styles of a table's cells: one object for all cells that look alike, of which there are many. */
function styleFinder(look: CellLook): (x: number, column: Column, wrap: boolean, place: CellPlace) => CellStyle {
  const known = new Map<string, CellStyle>();
  return (x, column, wrap, place) => {
    const key = `${x} ${place.tone} ${place.heading} ${place.banded} ${place.first}`;
    const style = known.get(key) ?? bodyStyle(column, wrap, place, look);
    known.set(key, style);
    return style;
  };
}

function valueCell(cell: Cell, column: Column): Partial<SheetCell> {
  if (typeof cell === 'number') return numberCell(cell);
  const text = cellText(cell);
  const day = column.kind === 'date' ? isoDay(text) : undefined;
  if (day !== undefined) return { value: day };
  if (typeof cell === 'object' && 'type' in cell && cell.type === 'prose') return proseCell(cell);
  return { ...stringCell(text), ...hyperlink(cell) };
}

/** A month that rows are grouped by, such as `2026-03`, as its first day, so that it can be sorted; shown as the language writes it. */
function monthCell(cell: Cell, style: CellStyle, wording: Wording | undefined): Partial<SheetCell> | undefined {
  const day = typeof cell === 'string' ? isoDay(`${cell}-01`) : undefined;
  return day && { value: day, style: { ...style, numFmt: monthFormatOf(wording).replace('MM', 'mm') } };
}

/** Excel knows one address for a cell. */
function hyperlink(cell: Cell): Partial<SheetCell> {
  const isLink = typeof cell === 'object' && 'type' in cell && cell.type === 'link';
  return isLink && 'url' in cell.to ? { hyperlink: { target: cell.to.url } } : {};
}

/** A text whose emphasis is that of the workbook, where it has any. */
function proseCell(cell: ProseCell): Partial<SheetCell> {
  const [only, ...more] = cell.blocks;
  if (more.length || only?.type !== 'paragraph' || !only.content.some(isEmphasis)) return stringCell(cellText(cell));
  const runs = only.content.map(inline => run(inline)).filter(({ text }) => text !== '');
  const isLong = runs.reduce((sum, { text }) => sum + text.length, 0) > 32_000;
  return isLong ? stringCell(cellText(cell)) : { richText: runs };
}

const isEmphasis = (inline: Inline): inline is Emphasis =>
  typeof inline === 'object' && (inline.type === 'emphasis' || inline.type === 'strong');

function run(inline: Inline): NonNullable<SheetCell['richText']>[number] {
  if (!isEmphasis(inline)) return { text: sheetText(inlineText([inline])), font: FONT };
  const marked = inline.type === 'strong' ? { bold: true } : { italic: true };
  return { text: sheetText(inlineText(inline.content)), font: { ...FONT, ...marked } };
}

/**
 * The header row on every printed page, and where columns go on over several pages, those that say which row it is. Named here, as the library's own
 * option for it does not quote the sheet's name.
 */
function repeatedOnPages({
  name,
  freezePane,
  pageSetup,
}: WriteSheet): NonNullable<WriteOptions['namedRanges']>[number] {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const last = cellRef(0, Math.max(freezePane?.columns ?? 1, 1) - 1).replace(/\d+$/, '');
  const columns = (pageSetup?.fitToWidth ?? 1) > 1 ? `${sheet}!$A:$${last},` : '';
  return { name: '_xlnm.Print_Titles', range: `${columns}${sheet}!$1:$1`, scope: name };
}

/** What a cover needs to know beside its document: the picture on it, and which table is a worksheet even without rows. */
interface CoverOptions {
  readonly logo: Logo | undefined;
  readonly main: string | undefined;
}

/** The title, the head, and below them in reading order whatever is no worksheet. */
function coverSheet(document: Document, name: string, accent: string, { logo, main }: CoverOptions): WriteSheet {
  refuseLong(plainText(document.title), () => refusing('The title'));
  const say = sayIn(document.wording);
  const top = logo ? 1 : 0;
  const cells: Cells = new Map([[`${top},0`, { ...stringCell(plainText(document.title)), style: titleStyle(accent) }]]);
  const heights = new Map([[top, { height: TITLE_HEIGHT }]]);
  if (logo) heights.set(0, { height: logoSize(logo).height + LOGO_SPACE });
  const merges: NonNullable<WriteSheet['merges']> = [];
  let row = top + 2;
  const addFact = (fact: Fact): void => {
    const { label, value } = shownFact(fact, document.wording);
    refuseLong(plainText(String(value)), () => refusing('“{0}”', label));
    const rooms = [label, String(value)].map((text, x) => ({
      text: plainText(text),
      width: COVER_WIDTHS[x]! - INDENT,
      wrap: true,
    }));
    heights.set(row, { height: rowHeight(rooms) + COVER_SPACE });
    cells.set(`${row},0`, { ...stringCell(plainText(label)), style: labelStyle });
    cells.set(`${row},1`, {
      ...(typeof value === 'number' ? numberCell(value) : stringCell(plainText(value))),
      style: valueStyle,
    });
    row++;
  };
  const addText = (text: string, style: SheetCell['style']): void => {
    refuseLong(text, () => refusing('“{0}”', `${cut(text, 40)}…`));
    const width = COVER_WIDTHS[0] + COVER_WIDTHS[1] - INDENT;
    heights.set(row, { height: rowHeight([{ text, width, wrap: true }]) + COVER_SPACE });
    cells.set(`${row},0`, { ...stringCell(text), style });
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: 1 });
    row++;
  };
  document.head.forEach(addFact);
  for (const block of document.blocks) {
    const shown = isEmptyTable(block) && block.id !== main ? noRows(block, say) : [block];
    for (const one of shown) {
      if (one.type === 'facts') one.facts.forEach(addFact);
      else for (const { text, style } of coverTexts(one, accent)) addText(text, style);
    }
  }
  return {
    name,
    cells,
    rowDefs: heights,
    columns: COVER_WIDTHS.map(width => ({ width })),
    ...(merges.length && { merges }),
    ...(logo && { images: [logoImage(logo)] }),
    view: { showGridLines: false },
    pageSetup: { ...page, orientation: 'portrait' },
    headerFooter: margins(document, name, isShownOnCover),
  };
}

function logoImage(logo: Logo): NonNullable<WriteSheet['images']>[number] {
  const { width, height } = logoSize(logo);
  return {
    data: logo.bytes,
    type: logo.type,
    anchor: { from: { row: 0, col: 0 } },
    width: pixelsOf(width),
    height: pixelsOf(height),
    altText: sheetText(plainText(logo.words)),
  };
}

function coverTexts(block: Block, accent: string): { text: string; style: SheetCell['style'] }[] {
  switch (block.type) {
    case 'heading':
      return [{ text: plainText(block.text), style: headingStyle(accent, block.level) }];
    case 'checklist':
      return [{ text: plainText(`${block.title}. ${block.summary}`), style: proseStyle }];
    case 'paragraph':
    case 'list':
      return [{ text: plainText(proseText([block])), style: proseStyle }];
    default:
      return [];
  }
}

const page = {
  paperSize: 'a4',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { top: 0.75, bottom: 0.75, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
} as const;

/** The cover is narrow, and says whose it is above. */
const isShownOnCover = ({ id }: Fact): boolean => id !== 'organisation';

/** The printed pages' margins: document and table above, below whose it is, in which version, as of when, and the page number. */
function margins(document: Document, name: string, isShown = (_: Fact): boolean => true): WriteSheet['headerFooter'] {
  const { standing } = document;
  const parts = shownHead(document)
    .filter(fact => repeated.has(fact.id) && isShown(fact))
    .flatMap(({ id, label, value }) => [`${label}: ${value}`, ...(id === 'version' && standing ? [standing] : [])]);
  let facts = '';
  for (const part of parts) {
    const longer = `${facts}${facts === '' ? '' : ' · '}${marginText(part, 60)}`;
    if (longer.length > LONGEST_MARGIN) {
      break;
    }
    facts = longer;
  }
  return {
    oddHeader: `&L&B${marginText(document.title, 100)}&R${marginText(name, 60)}`,
    oddFooter: `&L${facts}&R&P / &N`,
  };
}

/** A text for a page margin: one line of at most that many signs, its `&` doubled, as a single one begins a code there. */
function marginText(text: string, longest: number): string {
  const line = plainText(text).replace(/\s+/g, ' ').replaceAll('&', '&&');
  return line.length <= longest ? line : `${withoutEnd(cut(line, longest - 1), '&')}…`;
}

function numberCell(value: number): Partial<SheetCell> {
  return { value: Number.isFinite(value) ? value : null };
}

/**
 * A cell that is text whatever it looks like: `5.10`, `=1+1`. A rich text of one run, as the library makes error cells of the plain
 * strings `#N/A`, `#REF!` and their like.
 */
function stringCell(plain: string): Partial<SheetCell> {
  const text = sheetText(plain);
  if (text === '') {
    return { value: null };
  }
  return text.startsWith('#') ? { richText: [{ text }] } : { value: text };
}
