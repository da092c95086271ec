import { stringify } from 'csv-stringify/browser/esm/sync';
import { type Cell, type ExportDocument, mainSheet, tableOf } from '../document.ts';
import { cellText, plainText, spreadsheetText, utf8 } from './text.ts';

/**
 * The main sheet as RFC 4180: one header row, then the rows; CRLF, quotes where needed. UTF-8 without a byte order mark, as
 * the RFC knows none and other programs take it for a part of the first heading; a spreadsheet program is better served by XLSX.
 * Lists are joined by `; `. Formula-like texts get an apostrophe (see `spreadsheetText`); numbers are written as they are.
 */
export async function writeCsv(document: ExportDocument): Promise<Uint8Array> {
  const { columns, rows } = tableOf(mainSheet(document));
  const header = columns.map(column => spreadsheetText(plainText(column.title)));
  const records = rows.map(row => row.map(csvCell));
  return utf8(
    stringify([header, ...records], {
      record_delimiter: 'windows',
      quoted_match: /\n/,
      quoted_empty: columns.length === 1,
    }),
  );
}

function csvCell(cell: Cell): string {
  return typeof cell === 'number' ? cellText(cell) : spreadsheetText(cellText(cell));
}
