import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { Document } from '../documents/blocks.ts';
import { refusing } from '../wording/said-error.ts';
import { type Format, TooLongError, type WriteOptions } from './shared/format.ts';
import { joinedBytes, type Piece } from './shared/pieces.ts';
import { gridOf, isEmptyTable, mainTable, tablesOf, withSeriesAsOne } from './shared/tables.ts';
import { workbookOf } from './xlsx/workbook.ts';

export const format: Format = {
  id: 'xlsx',
  label: 'Excel workbook',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  isText: false,
  can: { write: 'all blocks', links: true, drawings: true, branding: true },
  write,
};

/** How many rows a worksheet may have below its header. More would take seconds and hundreds of megabytes, as a workbook is made whole. */
const mostRows = 20_000;

/** The dates of an archive are local times, so this one is built as such. */
const archived = () => ({ mtime: new Date(1980, 0, 1), level: 6 }) as const;

/**
 * The document as an Excel workbook.
 *
 * The head and all that is no table is a sheet of its own, the first; the head is repeated in the printed pages' margins. Every table is
 * a worksheet too (header in row 1, then one row for each row, no title rows, nothing below), so filters and sorting work; the first of
 * them is exactly the table of our CSV. Tables of a series are one, and one without rows is a line on the first sheet. Two things differ:
 * formula-like texts have no apostrophe here, as a string cell is never calculated, and a text over Excel's limit of 32,767 characters is refused.
 *
 * The archive is packed again by fflate, as the library's packing differs between versions of the platform.
 */
async function* write(document: Document, { nameOf, branding }: WriteOptions): AsyncGenerator<Piece> {
  const main = mainTable(document, nameOf);
  const others = tablesOf(document, nameOf).filter(one => one.id !== main.id && !isEmptyTable(one));
  const tables = withSeriesAsOne([main, ...others]);
  const grids = tables.map(table => ({ table, grid: gridOf(table) }));
  const long = grids.find(({ grid }) => grid.rows.length > mostRows);
  if (long) {
    const { title } = long.table;
    throw new TooLongError(
      refusing(
        '“{0}” has {1} rows, more than the {2} of a workbook; choose CSV',
        title,
        long.grid.rows.length,
        mostRows,
      ),
    );
  }
  const parts = unzipSync(await writeWorkbook(workbookOf(document, grids, branding)));
  yield zipSync(Object.fromEntries(Object.entries(parts).map(mended)), archived());
}

/**
 * The library tells Excel to calculate everything when a file is opened, so that it asks whether to save what nobody changed, and names
 * itself as the program that made the document. A picture it stretches from one cell to another, instead of giving it the size that it is to have.
 */
function mended([path, bytes]: [string, Uint8Array]): [string, Uint8Array] {
  if (path === 'xl/workbook.xml') return [path, strToU8(strFromU8(bytes).replace(/<calcPr [^>]*\/>/, ''))];
  if (path.startsWith('xl/worksheets/sheet')) return [path, rowByRow(bytes)];
  if (path.startsWith('xl/drawings/drawing')) return [path, strToU8(inOwnSize(strFromU8(bytes)))];
  if (path !== 'docProps/app.xml') return [path, bytes];
  return [path, strToU8(strFromU8(bytes).replace(/(?<=<Application>)[^<]*/, 'ISMS as code'))];
}

/** How much of a worksheet stands behind its cells, in bytes, with what pages are to be like. */
const longestEnd = 4096;

/** Pages beside each other are printed one after the other, so that a row can be read before the next one. A worksheet may be large, so only its end is read. */
function rowByRow(sheet: Uint8Array): Uint8Array {
  const from = Math.max(sheet.length - longestEnd, 0);
  const end = strFromU8(sheet.subarray(from), true);
  const turned = end.replace(/<pageSetup (?=[^>]*fitToWidth="(?!1")\d+")/, '<pageSetup pageOrder="overThenDown" ');
  return turned === end ? sheet : joinedBytes([sheet.subarray(0, from), strToU8(turned, true)]);
}

/** Pictures in their own size; charts stay between their cells. */
const inOwnSize = (drawing: string): string =>
  drawing.replace(/<xdr:twoCellAnchor>(.*?)<\/xdr:twoCellAnchor>/gs, (whole, inner: string) => {
    const [from = '', rest = ''] = inner.split(/<xdr:to>.*<\/xdr:to>/s);
    const size = /<a:ext (cx="\d+" cy="\d+")\/>/.exec(rest)?.[1];
    if (!rest.startsWith('<xdr:pic>') || size === undefined) return whole;
    return `<xdr:oneCellAnchor>${from}<xdr:ext ${size}/>${rest}</xdr:oneCellAnchor>`;
  });
