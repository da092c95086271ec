/** Everything of a workbook but the rows of its tables. Its size does not depend on theirs. */

import { strFromU8, unzipSync } from 'fflate';
import {
  cellRef,
  rangeRef,
  type Cell as SheetCell,
  type WriteOptions,
  type WriteSheet,
  writeXlsx as writeWorkbook,
} from 'hucre/xlsx';
import { withoutEnd } from '../../language/text/without-end.ts';
import { type Column, type ExportDocument, type Sheet, tableOf } from '../document.ts';
import { plainText } from './text.ts';
import { rowHeight } from './xlsx-heights.ts';
import { cut, worksheetNames } from './xlsx-names.ts';
import type { RowSettings } from './xlsx-rows.ts';
import { bodyStyle, FONT, headerStyle, labelStyle, placeKey, places, titleStyle, valueStyle } from './xlsx-styles.ts';
import { isoDay, sheetText } from './xlsx-values.ts';

type Cells = Map<string, Partial<SheetCell>>;

/** In characters: what the indent of all cells and the grid take of a column. */
const INDENT = 2;

/** In points: room for headings of two lines. */
const HEADER_HEIGHT = 30;
const TITLE_HEIGHT = 32;
const COVER_SPACE = 6;

/** In characters: labels, values. */
const COVER_WIDTHS = [28, 64] as const;

/** Excel allows 255 signs for a margin, of which its codes take some. */
const LONGEST_MARGIN = 230;

const DAY_UNKNOWN = '2000-01-01';

/** The parts of a workbook without the rows of its tables. */
export interface Frame {
  /** All parts but the worksheets of the tables, by path. */
  readonly parts: ReadonlyMap<string, string>;
  readonly tables: readonly TableFrame[];
}

/** The worksheet of a table without its rows. */
export interface TableFrame extends RowSettings {
  readonly path: string;
  /** Up to the header row, and with it. */
  readonly before: string;
  /** What stands below `count` rows. */
  readonly after: (count: number) => string;
}

/**
 * The library writes the workbook with a specimen of each style in place of a table's rows. So it numbers the styles, and all that there is
 * beside the rows is the library's.
 */
export async function frameOf(document: ExportDocument): Promise<Frame> {
  const names = worksheetNames([...document.sheets.map(sheet => sheet.name), 'Cover']);
  const sheets = document.sheets.map((sheet, index) => tableSheet(document, sheet, names[index]!));
  const day = isoDay(document.asOf ?? DAY_UNKNOWN) ?? isoDay(DAY_UNKNOWN);
  const title = sheetText(document.title);
  const workbook = await writeWorkbook({
    sheets: [...sheets, coverSheet(document, names.at(-1)!)],
    namedRanges: sheets.map(sheet => repeatedHeader(sheet.name)),
    properties: { title, created: day, modified: day },
    defaultFont: FONT,
  });
  const parts = new Map(Object.entries(unzipSync(workbook)).map(([path, part]) => [path, strFromU8(part)]));
  const tables = document.sheets.map((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const worksheet = withOwnHeights(parts.get(path)!);
    parts.delete(path);
    return tableFrame(sheet, path, worksheet);
  });
  for (const [path, part] of parts) {
    if (path.startsWith('xl/worksheets/sheet')) parts.set(path, withOwnHeights(part));
  }
  return { parts, tables };
}

function tableFrame(sheet: Sheet, path: string, worksheet: string): TableFrame {
  const { columns, headings } = tableColumns(sheet);
  const headerEnd = worksheet.indexOf('</row>') + '</row>'.length;
  const dataEnd = worksheet.indexOf('</sheetData>');
  const filtered = (rows: number): string => `<autoFilter ref="${rangeRef(0, 0, rows, columns.length - 1)}"/>`;
  return {
    path,
    columns,
    headings,
    styles: styleNumbers(columns, headings, worksheet.slice(headerEnd, dataEnd)),
    // How many rows there will be is not known yet, and readers do without.
    before: worksheet.slice(0, headerEnd).replace(/<dimension [^<>]*>/, ''),
    after: rows => worksheet.slice(dataEnd).replace(filtered(0), filtered(rows)),
  };
}

/** The numbers that the library gave to the styles, read from the specimens. */
function styleNumbers(columns: readonly Column[], headings: number, rows: string): Map<string, number> {
  const numbers = new Map([...rows.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].map(([, ref, s]) => [ref, Number(s)]));
  return new Map(
    specimens(columns, headings).map(({ x, y, place }) => {
      const number = numbers.get(cellRef(y, x));
      if (number === undefined) throw new Error(`The workbook has no style for ${placeKey(x, place)}.`);
      return [placeKey(x, place), number];
    }),
  );
}

/** A cell for each style that the rows of a table can have, below the header row. */
function specimens(columns: readonly Column[], headings: number) {
  return columns.flatMap((column, x) =>
    places(column, x === headings - 1).map((place, index) => ({ x, y: index + 1, column, place })),
  );
}

function tableColumns(sheet: Sheet): { readonly columns: readonly Column[]; readonly headings: number } {
  const { columns } = tableOf(sheet);
  return { columns, headings: columns.length - sheet.columns.length + 1 };
}

function tableSheet(document: ExportDocument, sheet: Sheet, name: string): WriteSheet {
  const { columns, headings } = tableColumns(sheet);
  const cells: Cells = new Map();
  columns.forEach((column, x) => {
    cells.set(`0,${x}`, { ...stringCell(plainText(column.title)), style: headerStyle });
  });
  for (const { x, y, column, place } of specimens(columns, headings)) {
    cells.set(`${y},${x}`, { value: null, style: bodyStyle(column, place) });
  }
  return {
    name,
    cells,
    rowDefs: new Map([[0, { height: HEADER_HEIGHT }]]),
    columns: columns.map(column => ({ width: Math.min(Math.max(column.width, 4) + INDENT, 255) })),
    freezePane: { rows: 1, columns: Math.min(headings, columns.length - 1) },
    autoFilter: { range: rangeRef(0, 0, 0, columns.length - 1) },
    pageSetup: { ...page, orientation: 'landscape' },
    headerFooter: margins(document, sheet),
    a11y: { headerRow: 0 },
  };
}

/** The header row on every printed page. Named here, as the library's own option for it does not quote the sheet's name. */
function repeatedHeader(name: string): NonNullable<WriteOptions['namedRanges']>[number] {
  return { name: '_xlnm.Print_Titles', range: `'${name.replaceAll("'", "''")}'!$1:$1`, scope: name };
}

function coverSheet(document: ExportDocument, name: string): WriteSheet {
  const cells: Cells = new Map([['0,0', { ...stringCell(plainText(document.title)), style: titleStyle }]]);
  const heights = new Map([[0, { height: TITLE_HEIGHT }]]);
  document.head.forEach(({ label, value }, index) => {
    const row = index + 2;
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
  });
  return {
    name,
    cells,
    rowDefs: heights,
    columns: COVER_WIDTHS.map(width => ({ width })),
    view: { showGridLines: false },
    pageSetup: { ...page, orientation: 'portrait' },
  };
}

const page = {
  paperSize: 'a4',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { top: 0.75, bottom: 0.75, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
} as const;

/** The printed pages' margins: document and table above, the head's first facts and the page number below. */
function margins(document: ExportDocument, sheet: Sheet): WriteSheet['headerFooter'] {
  let facts = '';
  for (const { label, value } of document.head) {
    const longer = `${facts}${facts === '' ? '' : ' · '}${marginText(`${label}: ${value}`, 100)}`;
    if (longer.length > LONGEST_MARGIN) {
      break;
    }
    facts = longer;
  }
  return {
    oddHeader: `&L&B${marginText(document.title, 100)}&R${marginText(sheet.name, 60)}`,
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

/** The library marks every height as set by hand; without the mark a row still grows when someone writes more into it. */
function withOwnHeights(worksheet: string): string {
  return worksheet.replace(/<row [^<>]*>/g, row => row.replace(' customHeight="1"', ''));
}
