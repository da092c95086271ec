import { unzipSync, zipSync } from 'fflate';
import { rangeRef, type Cell as SheetCell, type WriteSheet, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { type Cell, type Column, type ExportDocument, mainSheet, type Sheet, tableOf, toneOf } from '../document.ts';
import { cellText, plainText } from './text.ts';
import { cut, worksheetNames } from './xlsx-names.ts';
import { bodyStyle, FONT, headerStyle, labelStyle, titleStyle, valueStyle } from './xlsx-styles.ts';

type Cells = Map<string, Partial<SheetCell>>;

/** Excel's limit for the text of a cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;

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
  let group = -1;
  rows.forEach((row, y) => {
    const first = starts.has(y);
    group += first ? 1 : 0;
    row.forEach((cell, x) => {
      const column = columns[x]!;
      const place = {
        column,
        tone: toneOf(column, cell),
        heading: x < headings,
        banded: group % 2 === 1,
        first: first && y > 0,
      };
      cells.set(`${y + 1},${x}`, { ...typedCell(cell, column), style: bodyStyle(place) });
    });
  });
  return {
    name,
    cells,
    columns: columns.map(column => ({ width: Math.min(Math.max(column.width, 4), 255) })),
    freezePane: { rows: 1, columns: Math.min(headings, columns.length - 1) },
    autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) },
    pageSetup: { ...page, orientation: 'landscape', printTitlesRow: '$1:$1' },
    headerFooter: margins(document, sheet),
    a11y: { headerRow: 0 },
  };
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
  document.head.forEach(({ label, value }, index) => {
    const row = index + 2;
    cells.set(`${row},0`, { ...stringCell(plainText(label)), style: labelStyle });
    cells.set(`${row},1`, {
      ...(typeof value === 'number' ? numberCell(value) : stringCell(plainText(value))),
      style: valueStyle,
    });
  });
  return {
    name,
    cells,
    columns: [{ width: 28 }, { width: 64 }],
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
  const facts = document.head.map(({ label, value }) => `${label}: ${value}`).join(' · ');
  return {
    oddHeader: `&L&B${marginText(document.title)}&R${marginText(sheet.name)}`,
    oddFooter: `&L${marginText(facts)}&R&P / &N`,
  };
}

/** A text for a page margin: one line, its `&` doubled, as that begins a code there; short, as all of a margin may have 255 signs. */
function marginText(text: string): string {
  const line = sheetText(text).replace(/\s+/g, ' ');
  const short = line.length > 110 ? `${cut(line, 109)}…` : line;
  const escaped = short.replaceAll('&', '&&');
  return escaped.length <= 120 ? escaped : short.replaceAll('&', '+');
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
  return zipSync(unzipSync(workbook), { level: 6, mtime: new Date(1980, 0, 1) });
}
