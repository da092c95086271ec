import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  rangeRef,
  type Cell as SheetCell,
  type WriteOptions,
  type WriteSheet,
  writeXlsx as writeWorkbook,
} from 'hucre/xlsx';
import { type Cell, type Column, type ExportDocument, mainSheet, type Sheet, tableOf, toneOf } from '../document.ts';
import { cellText, plainText } from './text.ts';
import { rowHeight } from './xlsx-heights.ts';
import { cut, worksheetNames } from './xlsx-names.ts';
import { bodyStyle, FONT, headerStyle, labelStyle, titleStyle, valueStyle } from './xlsx-styles.ts';

type Cells = Map<string, Partial<SheetCell>>;

/** Excel's limit for the text of a cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;

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

/**
 * The document as an Excel workbook.
 *
 * Every sheet is a plain table (header in row 1, then one row for each row, no title rows, nothing below), so filters and sorting
 * work, and a program that reads a workbook's first sheet (`soffice --convert-to csv` does) finds exactly the table of our CSV. Two
 * things differ: formula-like texts have no apostrophe here, as a string cell is never calculated, and texts over Excel's limit of
 * 32,767 characters are cut and end in `…`. The head is a sheet of its own, the last, and is repeated in the printed pages' margins.
 */
export async function writeXlsx(document: ExportDocument): Promise<Uint8Array> {
  mainSheet(document); // A workbook whose first sheet is its cover would be no table.
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
  return withFixedBytes(workbook);
}

function tableSheet(document: ExportDocument, sheet: Sheet, name: string): WriteSheet {
  const { columns, rows } = tableOf(sheet);
  const headings = columns.length - sheet.columns.length + 1;
  const starts = groupStarts(sheet);
  const cells: Cells = new Map();
  columns.forEach((column, x) => {
    cells.set(`0,${x}`, { ...stringCell(plainText(column.title)), style: headerStyle });
  });
  const heights = new Map([[0, { height: HEADER_HEIGHT }]]);
  let group = -1;
  rows.forEach((row, y) => {
    const first = starts.has(y);
    group += first ? 1 : 0;
    const rooms = row.map((cell, x) => ({
      text: cellText(cell),
      width: columns[x]!.width,
      wrap: columns[x]!.wrap === true,
    }));
    heights.set(y + 1, { height: rowHeight(rooms) });
    row.forEach((cell, x) => {
      const column = columns[x]!;
      const place = {
        column,
        tone: toneOf(column, cell),
        heading: x === headings - 1,
        banded: group % 2 === 1,
        first: first && y > 0,
      };
      cells.set(`${y + 1},${x}`, { ...typedCell(cell, column), style: bodyStyle(place) });
    });
  });
  return {
    name,
    cells,
    rowDefs: heights,
    columns: columns.map(column => ({ width: Math.min(Math.max(column.width, 4) + INDENT, 255) })),
    freezePane: { rows: 1, columns: Math.min(headings, columns.length - 1) },
    autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) },
    pageSetup: { ...page, orientation: 'landscape' },
    headerFooter: margins(document, sheet),
    a11y: { headerRow: 0 },
  };
}

/** The header row on every printed page. Named here, as the library's own option for it does not quote the sheet's name. */
function repeatedHeader(name: string): NonNullable<WriteOptions['namedRanges']>[number] {
  return { name: '_xlnm.Print_Titles', range: `'${name.replaceAll("'", "''")}'!$1:$1`, scope: name };
}

/** The numbers of the rows with which a group begins. */
function groupStarts(sheet: Sheet): ReadonlySet<number> {
  const starts = new Set<number>();
  let next = 0;
  for (const group of sheet.groups) {
    if (group.rows.length > 0) {
      starts.add(next);
    }
    next += group.rows.length;
  }
  return starts;
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
  return line.length <= longest ? line : `${cut(line, longest - 1).replace(/&+$/, '')}…`;
}

function typedCell(cell: Cell, column: Column): Partial<SheetCell> {
  if (typeof cell === 'number') {
    return numberCell(cell);
  }
  const text = cellText(cell);
  const day = column.kind === 'date' ? isoDay(text) : undefined;
  return day === undefined ? stringCell(text) : { value: day };
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

/** Cut to Excel's limit, and `_x0041_` as itself and not as the escape sequence for `A` that it is in workbooks. */
function sheetText(text: string): string {
  const plain = plainText(text);
  const short = plain.length > LONGEST_TEXT ? `${cut(plain, LONGEST_TEXT - 1)}…` : plain;
  return short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** The day of a `YYYY-MM-DD`; none for other texts and for days before March 1900, which Excel counts wrongly. */
function isoDay(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '1900-03-01') {
    return undefined;
  }
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : undefined;
}

/**
 * The same workbook packed anew. The library compresses with the platform's zlib, whose output differs between versions and
 * processors; fflate's does not. The archive's dates are local times, so this one is built as such.
 */
function withFixedBytes(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [path, part] of Object.entries(parts)) {
    if (path.startsWith('xl/worksheets/sheet')) {
      parts[path] = strToU8(withOwnHeights(strFromU8(part)));
    }
  }
  return zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) });
}

/** The library marks every height as set by hand; without the mark a row still grows when someone writes more into it. */
function withOwnHeights(worksheet: string): string {
  return worksheet.replace(/<row [^<>]*>/g, row => row.replace(' customHeight="1"', ''));
}
