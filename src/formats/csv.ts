import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Cell, Document } from '../documents/blocks.ts';
import type { Format, WriteOptions } from './shared/format.ts';
import { batches, type Piece } from './shared/pieces.ts';
import { gridOf, mainTable } from './shared/tables.ts';
import { cellText, plainText } from './shared/text.ts';

export const format: Format = {
  id: 'csv',
  label: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8;header=present',
  isText: true,
  can: { write: 'the main table', links: false, drawings: false },
  write: writeCsv,
};

/**
 * The main table as RFC 4180: one header row, then the rows; CRLF, quotes where needed, also where a program that splits at `;`
 * or tabs needs them. UTF-8 without a byte order mark, as the RFC knows none and other programs take it for a part of the first
 * heading; whoever writes the file may put one before it.
 * Lists are joined by `; `. Formula-like texts get an apostrophe (see `spreadsheetText`); numbers are written as they are.
 */
function* writeCsv(document: Document, { nameOf }: WriteOptions): Generator<Piece> {
  const { columns, rows } = gridOf(mainTable(document, nameOf));
  // The library's stream needs Node's streams; records do not depend on each other, so it is given some at a time.
  const write = (records: string[][]): string =>
    stringify(records, { record_delimiter: 'windows', quoted_match: /[\n;\t|]/, quoted_empty: columns.length === 1 });
  yield write([columns.map(column => spreadsheetText(plainText(column.title)))]);
  for (const batch of batches(rows)) {
    yield write(batch.map(({ cells }) => cells.map(csvCell)));
  }
}

function csvCell(cell: Cell): string {
  return typeof cell === 'number' ? cellText(cell) : spreadsheetText(cellText(cell));
}

/** A sign that makes a spreadsheet calculate, also in its full-width form. */
const SIGN = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]';

/** What spreadsheets pass over before it: blanks and invisible characters. */
const PASSED_OVER = '(?:[^\\S\\t\\n\\r]|\\p{Cf})*';

/** Begins with a sign, perhaps behind what is passed over, or with a control sign. */
const FORMULA_LIKE = new RegExp(`^(?:[\\t\\r\\n]|${PASSED_OVER}${SIGN})`, 'u');

/**
 * A place within a text at which a spreadsheet may begin a cell: many programs split at `;` or tabs in place of commas, as the language of
 * the system says, and then take the quotes around the cell for text.
 */
const CELL_WITHIN = new RegExp(`[;\\t|\\n](?=${PASSED_OVER}${SIGN})`, 'gu');

/**
 * A text that a spreadsheet program reading CSV does not calculate, at whatever separator it splits: formula-like texts get a leading
 * apostrophe, as OWASP advises against CSV injection. CSV has no cell types, so the apostrophe is part of the cell; XLSX has them and needs none.
 */
export function spreadsheetText(text: string): string {
  const safe = text.replace(CELL_WITHIN, "$&'");
  return FORMULA_LIKE.test(safe) ? `'${safe}` : safe;
}
