import { cellRef } from 'hucre/xlsx';
import { type Cell, type Column, type TableRow, toneOf } from '../document.ts';
import { TooLongError } from './format.ts';
import { cellText } from './text.ts';
import { rowHeight } from './xlsx-heights.ts';
import { type CellPlace, placeKey } from './xlsx-styles.ts';
import { dayNumber, LONGEST_TEXT, sheetText } from './xlsx-values.ts';

/** What is needed to write the rows of a table. */
export interface RowSettings {
  readonly columns: readonly Column[];
  /** How many columns at the left say which row it is. */
  readonly headings: number;
  /** The number of a style in the workbook; see `placeKey`. */
  readonly styles: ReadonlyMap<string, number>;
}

/**
 * A row of a worksheet as SpreadsheetML, `y` from 0. The library writes a worksheet only whole (its streaming writer knows neither a cell's
 * style nor a row's height), so this is the one part of the workbook that is written here. Texts stand in their cells and not in
 * a table of all texts, which would have to be held to the end.
 */
export function rowXml(
  { cells, group, begins }: TableRow,
  y: number,
  { columns, headings, styles }: RowSettings,
): string {
  const rooms = cells.map((cell, x) => ({
    text: cellText(cell),
    width: columns[x]!.width,
    wrap: columns[x]!.wrap === true,
  }));
  const written = cells.map((cell, x) => {
    const column = columns[x]!;
    const place: CellPlace = {
      tone: toneOf(column, cell),
      heading: x === headings - 1,
      banded: group % 2 === 1,
      first: begins && group > 0,
    };
    return cellXml(cell, column, cells, `r="${cellRef(y, x)}" s="${styles.get(placeKey(x, place))}"`);
  });
  // Without the mark of a height that is set by hand, a row still grows when someone writes more into it.
  return `<row r="${y + 1}" ht="${rowHeight(rooms)}">${written.join('')}</row>`;
}

function cellXml(cell: Cell, column: Column, cells: readonly Cell[], attributes: string): string {
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c ${attributes}><v>${cell}</v></c>` : `<c ${attributes}/>`;
  }
  const text = cellText(cell);
  if (text.length > LONGEST_TEXT) throw tooLong(column, cells, text);
  const day = column.kind === 'date' ? dayNumber(text) : undefined;
  if (day !== undefined) return `<c ${attributes}><v>${day}</v></c>`;
  if (text === '') return `<c ${attributes}/>`;
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escaped(sheetText(text))}</t></is></c>`;
}

/** Excel would cut the text, or refuse the file. */
function tooLong({ title }: Column, [first]: readonly Cell[], text: string): TooLongError {
  const length = text.length.toLocaleString('en');
  return new TooLongError(
    `${cellText(first)}: “${title}” has ${length} characters, and a cell of a workbook holds ${LONGEST_TEXT.toLocaleString('en')}. Shorten it, or export as HTML, Markdown or JSON.`,
  );
}

/** What XML forbids altogether is gone already, see `plainText`. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
