/** Whether each filled cell of a file is accounted for: its text is in what was written, or in the report. */
import type { ReadFile } from '../../src/exchange/cells.ts';
import { type ImportResult, importTables } from '../../src/exchange/import.ts';
import type { Mapping } from '../../src/exchange/recognise/mapping.ts';

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The quoted texts of the language without their quotes and escapes, and all other words as they stand. */
const said = (text: string): string =>
  spaced(text.replace(/\\([nt"\\])/g, (_, sign) => (/[nt]/.test(sign) ? ' ' : sign)));

/** The cells of which neither the output nor the report says what stands there. */
export function lostCells(read: readonly ReadFile[], { files, remarks, tables }: ImportResult): string[] {
  const written = said(files.map(({ text }) => text).join('\n'));
  const headings = tables.flatMap(({ columns }) => columns.map(({ heading }) => spaced(heading)));
  const reported = [...remarks.flatMap(({ text = '' }) => spaced(text)), ...headings].join('\n');
  const cells = read.flatMap(({ grids }) => grids.flatMap(({ rows, caption }) => [...rows.flat(), caption]));
  return [...new Set(cells)].flatMap(cell => {
    if (!cell) return [];
    const text = spaced(cell.text);
    return written.includes(text) || written.includes(said(cell.text)) || reported.includes(text)
      ? []
      : [`${cell.place.file} ${cell.place.sheet} ${cell.place.cell}: ${text}`];
  });
}

export function importOf(read: readonly ReadFile[], mapping?: Mapping): ImportResult {
  return importTables(read, mapping ? { mapping } : {});
}
