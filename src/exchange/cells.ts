/** What every reader makes of a file: sheets of cells, each of which knows where it stood. */
import { oneLine } from '../syntax/text/one-line.ts';
import type { Library } from './library.ts';

/** Where a cell stands, as its owner sees it. */
export interface CellPlace {
  /** The name of the file as it was given. */
  readonly file: string;
  /** The worksheet, or the table of a page; empty for a file that is one table. */
  readonly sheet: string;
  /** `B7`. Of a page: within the table. */
  readonly cell: string;
}

/** `risks.xlsx, 2026`: which table of which file. */
export const sheetName = ({ file, sheet }: Pick<CellPlace, 'file' | 'sheet'>): string =>
  [file, sheet].filter(Boolean).join(', ');

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface SourceCell {
  /** What it says, trimmed; never empty. Line breaks are line feeds. */
  readonly text: string;
  readonly kind: CellKind;
  /** Of a number. */
  readonly number?: number;
  /** Of a date: `YYYY-MM-DD`. */
  readonly date?: string;
  /** Of a box in a column of boxes: whether it is filled. */
  readonly isTicked?: boolean;
  /** Of an `x` in a column that has ticks, crosses or words for yes too, so that it may be a no. */
  readonly mayBeCross?: boolean;
  /** The address behind it. */
  readonly link?: string;
  readonly place: CellPlace;
}

/** A row of cells; what is empty is undefined. Of a merged range each place holds the same cell. */
export type GridRow = readonly (SourceCell | undefined)[];

export interface Grid {
  readonly file: string;
  readonly sheet: string;
  /** The heading that stands above a table of a page. */
  readonly caption?: SourceCell;
  readonly rows: readonly GridRow[];
}

/** Something that a file holds beside its cells, such as a comment on one. */
export interface Aside {
  readonly place: CellPlace;
  readonly text: string;
  readonly what: 'comment' | 'text box' | 'prose' | 'characters' | 'hidden' | 'formula' | 'mark' | 'struck out';
}

/** A file as tables, or as the library that it is. */
export interface ReadFile {
  readonly file: string;
  readonly grids: readonly Grid[];
  readonly asides: readonly Aside[];
  readonly library?: Library;
}

/** A column from 0 as its letters: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A row and a column from 0 as `B7`. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** The row and column from 0 of `B7`; undefined for anything else. */
export function parseCellName(name: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(name);
  if (!match) return undefined;
  const column = [...(match[1] as string)].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

/** The texts of two cells are compared without regard to white space. */
export const sameText = (a: string, b: string): boolean => oneLine(a) === oneLine(b);
