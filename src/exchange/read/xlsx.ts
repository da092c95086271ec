/** Reads workbooks: all sheets, merged cells filled, dates as dates, numbers as they are shown. */
import { unzipSync } from 'fflate';
import { readXlsx as readWorkbook, type Sheet, type Workbook } from 'hucre/xlsx';
import { later, saying } from '../../wording/wording.ts';
import { type Aside, cellName, type Grid, type ReadFile, type SourceCell } from '../cells.ts';
import { ImportFault } from '../fault.ts';
import { CellCount, limits, refuseLarge } from './limits.ts';
import { noteStruck, raised, textCell } from './make-cell.ts';
import { shownNumber, shownTime } from './number-format.ts';

/**
 * The filled part of every worksheet as a grid, hidden ones too. The comments on cells, formulas without a value and what is hidden are
 * named beside them.
 * @throws ImportFault if it is no whole workbook, or larger than `limits`
 */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<ReadFile> {
  refuseLarge(
    bytes.length,
    limits.file,
    saying('a workbook'),
    saying('Remove pictures and sheets that are no register.'),
  );
  refuseBombs(bytes);
  const { sheets, dateSystem } = await worksheets(bytes);
  const asides: Aside[] = [];
  const count = new CellCount();
  const serialOf = dateSystem === '1904' ? daysSince1904 : daysSince1900;
  const grids = sheets.map(sheet => gridOf(file, sheet, serialOf, asides, count));
  return { file, grids, asides };
}

/** The library never unpacks more than a part declares, so what they declare together is the bound. */
function refuseBombs(bytes: Uint8Array): void {
  let xml = 0;
  let all = 0;
  let parts = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        parts++;
        if (originalSize === 0 && size > 2) all = Number.POSITIVE_INFINITY;
        all += originalSize;
        if (/\.(?:xml|rels|vml)$/i.test(name)) xml += originalSize;
        return false;
      },
    });
  } catch {
    throw new ImportFault(
      saying('it is not a whole workbook: its archive is cut off or damaged. Save or copy it again.'),
    );
  }
  if (xml > limits.xml || all > limits.unpacked || parts > limits.parts)
    throw new ImportFault(
      saying(
        'unpacked it would be far larger than any register, as a file does that is made to exhaust memory. Copy the sheets that you mean into a new workbook.',
      ),
    );
}

async function worksheets(bytes: Uint8Array): Promise<Workbook> {
  let found = 0;
  try {
    const workbook = await readWorkbook(bytes, { sheets: () => ++found <= limits.sheets, readStyles: true });
    if (found > limits.sheets)
      throw new ImportFault(
        saying('it has {0} worksheets, more than the {1} that are read. Split it.', found, limits.sheets),
      );
    return workbook;
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new ImportFault(
      saying(
        'it is not a workbook that can be read ({0}). Open it in a spreadsheet program, save it as .xlsx, and import that.',
        reason,
      ),
    );
  }
}

function gridOf(file: string, sheet: Sheet, serialOf: SerialOf, asides: Aside[], count: CellCount): Grid {
  const placeOf = (row: number, column: number) => ({ file, sheet: sheet.name, cell: cellName(row, column) });
  if (sheet.hidden || sheet.veryHidden)
    asides.push({
      place: placeOf(0, 0),
      text: later('The worksheet is hidden; it was read like the others.'),
      what: 'hidden',
    });
  const rows: (SourceCell | undefined)[][] = [];
  sheet.rows.forEach((values, y) => {
    const row: (SourceCell | undefined)[] = [];
    values.forEach((value, x) => {
      const details = sheet.cells?.get(`${y},${x}`);
      if (details?.formula !== undefined && (value === null || value === ''))
        asides.push({ place: placeOf(y, x), text: `=${details.formula}`, what: 'formula' });
      const shown = withoutStruck(value, details, placeOf(y, x), asides);
      const cell = cellOf(shown, details, serialOf, placeOf(y, x), asides);
      if (!cell) return;
      count.add();
      row[x] = cell;
    });
    rows.push(row);
  });
  for (const [key, { comment }] of sheet.cells ?? []) {
    const [y, x] = key.split(',').map(Number);
    if (comment?.text.trim())
      asides.push({ place: placeOf(y ?? 0, x ?? 0), text: comment.text.trim(), what: 'comment' });
  }
  for (const box of sheet.textBoxes ?? [])
    if (box.text?.trim()) asides.push({ place: placeOf(0, 0), text: box.text.trim(), what: 'text box' });
  fillMerged(rows, sheet);
  for (const y of hiddenRows(sheet, rows))
    asides.push({
      place: placeOf(y, 0),
      text: later('The row is hidden; it was read like the others.'),
      what: 'hidden',
    });
  while (rows.length && !rows.at(-1)?.some(Boolean)) rows.pop();
  return { file, sheet: sheet.name, rows };
}

/** The days of a date in the calendar of its workbook. */
type SerialOf = (date: Date) => number;

const daysSince1904: SerialOf = date => (date.getTime() - Date.UTC(1904, 0, 1)) / 86_400_000;

/** That calendar has a 29 February 1900. */
const daysSince1900: SerialOf = date => {
  const days = (date.getTime() - Date.UTC(1899, 11, 31)) / 86_400_000;
  return days < 60 ? days : days + 1;
};

type Details = NonNullable<Sheet['cells']> extends Map<string, infer T> ? T : never;

type Value = Sheet['rows'][number][number];

/** The value as it is read: without what is struck out, and with raised digits as such. */
function withoutStruck(value: Value, details: Details | undefined, place: SourceCell['place'], asides: Aside[]): Value {
  if (value === null || value === undefined || value === '') return value;
  if (details?.style?.font?.strikethrough) {
    noteStruck([cellOf(value, details, daysSince1900, place, [])?.text ?? ''], place, asides);
    return null;
  }
  const runs = typeof value === 'string' ? (details?.richText ?? []) : [];
  if (!runs.some(({ font }) => font?.strikethrough || font?.vertAlign === 'superscript')) return value;
  noteStruck(
    runs.flatMap(({ font, text }) => (font?.strikethrough ? text : [])),
    place,
    asides,
  );
  return runs
    .filter(({ font }) => !font?.strikethrough)
    .map(({ font, text }) => (font?.vertAlign === 'superscript' ? (raised(text) ?? text) : text))
    .join('');
}

function cellOf(
  value: Value,
  details: Details | undefined,
  serialOf: SerialOf,
  place: SourceCell['place'],
  asides: Aside[],
): SourceCell | undefined {
  const target = details?.hyperlink?.target;
  const link = target ? { link: target } : {};
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return undefined;
    const date = value.toISOString().slice(0, 10);
    const shown = shownTime(serialOf(value), date, details?.style?.numFmt ?? '');
    const isDate = shown === undefined || shown.startsWith(date);
    return textCell(shown ?? date, place, asides, isDate ? { kind: 'date', date } : {});
  }
  if (typeof value === 'number') {
    const shown = shownNumber(value, details?.style?.numFmt ?? '', numberText);
    if (shown !== undefined) return textCell(shown, place, asides, link);
    return textCell(numberText(value), place, asides, { kind: 'number', number: value, ...link });
  }
  if (typeof value === 'boolean') return textCell(value ? 'TRUE' : 'FALSE', place, asides, { kind: 'boolean' });
  return textCell(value, place, asides, { kind: details?.type === 'error' ? 'error' : 'text', ...link });
}

/** Calculated numbers such as 0.30000000000000004 as people see them; whole ones in full. */
const numberText = (value: number): string => String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** A merged range says the same at each of its places. Ranges are bounded by what is filled. */
function fillMerged(rows: (SourceCell | undefined)[][], sheet: Sheet): void {
  const width = Math.min(
    rows.reduce((most, row) => Math.max(most, row.length), 0),
    limits.columns,
  );
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const cell = rows[startRow]?.[startCol];
    if (!cell) continue;
    for (let y = startRow; y <= Math.min(endRow, rows.length - 1); y++)
      for (let x = startCol; x <= Math.min(endCol, width - 1); x++) {
        const row = rows[y];
        if (row && !row[x]) row[x] = cell;
      }
  }
}

const hiddenRows = (sheet: Sheet, rows: readonly (readonly unknown[])[]): number[] =>
  [...(sheet.rowDefs ?? [])]
    .filter(([y, { hidden }]) => hidden && rows[y]?.some(Boolean))
    .map(([y]) => y)
    .sort((a, b) => a - b);
