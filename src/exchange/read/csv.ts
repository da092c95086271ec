/** Reads CSV in any dialect. */
import Papa from 'papaparse';
import { later, saying } from '../../wording/wording.ts';
import { type Aside, cellName, type GridRow, type ReadFile, type SourceCell } from '../cells.ts';
import { ImportFault } from '../fault.ts';
import { decodeText } from './encoding.ts';
import { CellCount, limits, refuseLarge } from './limits.ts';
import { textCell } from './make-cell.ts';

const delimiters = [',', ';', '\t', '|'];

/**
 * A CSV as one grid: separated by comma, semicolon, tab or bar, whichever parts it best; a line `sep=;` before it counts. An apostrophe
 * that keeps a spreadsheet from calculating is taken away.
 * @throws ImportFault if a quote never ends, so that the rest of the file would be one cell, or if it is too large
 */
export function readCsv(file: string, bytes: Uint8Array): ReadFile {
  refuseLarge(bytes.length, limits.file, saying('a CSV'), saying('Split it, or remove what is no register.'));
  const { text, encoding } = decodeText(bytes);
  const { body, delimiter, skipped } = withoutSeparatorLine(text);
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: delimiter || delimiterOf(body),
    skipEmptyLines: false,
  });
  const open = errors.find(({ code }) => code === 'MissingQuotes' || code === 'InvalidQuotes');
  if (open) {
    const row = (open.row ?? 0) + 1 + skipped;
    throw new ImportFault(
      saying(
        'a quote in record {0} does not end where a cell ends, so that it cannot be told where the cells are. Close or double the quote, or save the table as XLSX.',
        row,
      ),
    );
  }
  const asides: Aside[] = [];
  const count = new CellCount();
  const rows: GridRow[] = Array.from({ length: skipped }, () => []);
  for (const [y, record] of data.entries()) {
    if (record.length > limits.columns && record.slice(limits.columns).some(Boolean))
      throw new ImportFault(
        saying('record {0} has {1} cells, more than any register. Is it a CSV?', y + 1, record.length),
      );
    rows.push(
      record.slice(0, limits.columns).map((raw, x): SourceCell | undefined => {
        const place = { file, sheet: '', cell: cellName(y + skipped, x) };
        const cell = textCell(withoutApostrophe(raw), place, asides);
        if (cell) count.add();
        return cell;
      }),
    );
  }
  if (encoding === 'windows-1252')
    asides.push({
      place: { file, sheet: '', cell: '' },
      text: later('The file is not UTF-8; it was read as Windows-1252.'),
      what: 'characters',
    });
  return { file, grids: [{ file, sheet: '', rows }], asides };
}

/** What parts the first lines evenly; where titles and empty lines keep them from it, what gives most of them the same number of cells. */
function delimiterOf(body: string): string {
  const guess = Papa.parse<string[]>(body, { preview: 10, delimitersToGuess: delimiters, skipEmptyLines: 'greedy' });
  if (!guess.errors.some(({ code }) => code === 'UndetectableDelimiter')) return guess.meta.delimiter;
  const counted = delimiters.map(delimiter => ({ delimiter, count: evenRecords(body, delimiter) }));
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count > 1 ? best.delimiter : guess.meta.delimiter;
}

/** How many of the first records have the same number of cells, more than one. */
function evenRecords(body: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(body, { delimiter, preview: 50, skipEmptyLines: 'greedy' });
  const counts = new Map<number, number>();
  for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function withoutSeparatorLine(text: string): { body: string; delimiter: string; skipped: number } {
  const match = /^"?sep=(.)"?\r?\n/i.exec(text);
  if (!match) return { body: text, delimiter: '', skipped: 0 };
  return { body: text.slice(match[0].length), delimiter: match[1] as string, skipped: 1 };
}

/** What `spreadsheetText` puts before formula-like texts, and behind separators within one. */
const withoutApostrophe = (text: string): string =>
  text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠ ])/u, '').replace(/([;\t|\n])'(?=[=+\-@＝＋－＠ ])/gu, '$1');
