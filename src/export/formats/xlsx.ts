import { type ExportDocument, mainSheet, type Sheet, tableOf } from '../document.ts';
import { TooLongError } from './format.ts';
import { batches, type Piece } from './pieces.ts';
import { archive, type Part } from './xlsx-archive.ts';
import { frameOf, type TableFrame } from './xlsx-frame.ts';
import { rowXml } from './xlsx-rows.ts';

/** How many rows Excel allows in a worksheet, below the header. */
const MOST_ROWS = 1_048_575;

/**
 * The document as an Excel workbook.
 *
 * Every sheet is a plain table (header in row 1, then one row for each row, no title rows, nothing below), so filters and sorting
 * work, and a program that reads a workbook's first sheet (`soffice --convert-to csv` does) finds exactly the table of our CSV. Two
 * things differ: formula-like texts have no apostrophe here, as a string cell is never calculated, and texts over Excel's limit of
 * 32,767 characters are cut and end in `…`. The head is a sheet of its own, the last, and is repeated in the printed pages' margins.
 */
export async function* writeXlsx(document: ExportDocument): AsyncGenerator<Piece> {
  mainSheet(document); // A workbook whose first sheet is its cover would be no table.
  const { parts, tables } = await frameOf(document);
  const fixed = [...parts].map(([path, text]): Part => [path, [text]]);
  const worksheets = document.sheets.map((sheet, index): Part => {
    const frame = tables[index]!;
    return [frame.path, worksheet(sheet, frame)];
  });
  yield* archive([...fixed, ...worksheets]);
}

function* worksheet(sheet: Sheet, frame: TableFrame): Generator<string> {
  yield frame.before;
  let count = 0;
  for (const batch of batches(tableOf(sheet).rows)) {
    if (count + batch.length > MOST_ROWS) {
      throw new TooLongError(`“${sheet.name}” has more rows than the ${MOST_ROWS} of a worksheet; choose CSV`);
    }
    yield batch.map((row, index) => rowXml(row, count + index + 1, frame)).join('');
    count += batch.length;
  }
  yield frame.after(count);
}
