/**
 * The registers under test/exchange/registers: each folder holds a file as somebody might have it, or what makes one:
 *
 *     page.md, page.html     the file itself
 *     make.json              the name, the encoding and the text of a file
 *     workbook.json          the name and the sheets of a workbook: rows, merged ranges, hidden rows (from 1)
 *     mapping.json           the mapping that it is imported with
 *     expected.isms          what is written; `//- name` begins a file
 *     expected.txt           the report
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { parseCellName } from '../../src/exchange/cells.ts';
import type { InputFile } from '../../src/exchange/read/read.ts';
import { type Mapping, noMapping, parseMapping } from '../../src/exchange/recognise/mapping.ts';

export const folder = new URL('registers/', import.meta.url).pathname;

export const cases = readdirSync(folder).sort();

export async function inputOf(name: string): Promise<InputFile> {
  const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
  const has = (file: string): boolean => existsSync(join(folder, name, file));
  for (const page of ['page.md', 'page.html']) if (has(page)) return { name: page, bytes: encode(read(page), 'utf-8') };
  if (has('make.json')) {
    const { file, encoding, text } = JSON.parse(read('make.json')) as {
      file: string;
      encoding: Encoding;
      text: string;
    };
    return { name: file, bytes: encode(text, encoding) };
  }
  const { file, sheets } = JSON.parse(read('workbook.json')) as {
    file: string;
    sheets: Record<string, SheetDescription>;
  };
  return { name: file, bytes: await workbook(sheets) };
}

export function mappingOf(name: string): Mapping {
  const file = join(folder, name, 'mapping.json');
  return existsSync(file) ? parseMapping(readFileSync(file, 'utf8')) : noMapping;
}

type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252';

export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  return Uint8Array.from([...text], character => (character === '€' ? 0x80 : character.charCodeAt(0)));
}

type CellDescription =
  | string
  | number
  | boolean
  | null
  | {
      readonly date?: string;
      readonly formula?: string;
      readonly comment?: string;
      readonly value?: string | number;
      /** How a number is shown. */
      readonly format?: string;
    };

export interface SheetDescription {
  readonly rows: readonly (readonly CellDescription[])[];
  readonly merges?: readonly string[];
  readonly hidden?: readonly number[];
  readonly isHidden?: boolean;
}

export function workbook(sheets: Readonly<Record<string, SheetDescription>>): Promise<Uint8Array> {
  return writeXlsx({ sheets: Object.entries(sheets).map(([name, sheet]) => sheetOf(name, sheet)) });
}

function sheetOf(name: string, { rows, merges = [], hidden = [], isHidden }: SheetDescription): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [y, row] of rows.entries())
    for (const [x, cell] of row.entries()) {
      if (cell === null) continue;
      if (typeof cell !== 'object') cells.set(`${y},${x}`, { value: cell });
      else
        cells.set(`${y},${x}`, {
          value: cell.date === undefined ? (cell.value ?? null) : new Date(`${cell.date}T00:00:00Z`),
          ...(cell.date !== undefined && { style: { numFmt: 'yyyy-mm-dd' } }),
          ...(cell.format !== undefined && { style: { numFmt: cell.format } }),
          ...(cell.formula !== undefined && { formula: cell.formula, formulaResult: cell.value ?? null }),
          ...(cell.comment !== undefined && { comment: { text: cell.comment } }),
        });
    }
  return {
    name,
    cells,
    merges: merges.map(range => {
      const [from, to] = range.split(':').map(each => parseCellName(each));
      return { startRow: from?.row ?? 0, startCol: from?.column ?? 0, endRow: to?.row ?? 0, endCol: to?.column ?? 0 };
    }),
    rowDefs: new Map(hidden.map(row => [row - 1, { hidden: true }])),
    ...(isHidden && { hidden: true }),
  };
}
