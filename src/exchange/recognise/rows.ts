/** Which rows below headings are records, and which are lines between, below or beside them. */
import type { GridRow, SourceCell } from '../cells.ts';
import { distinctCells } from './blocks.ts';
import type { Column } from './columns.ts';
import { comparableWhole } from './normalise.ts';

/** One cell alone is a heading between rows or a footnote, unless it goes on with the row above. */
export function isLine(
  row: GridRow,
  columns: readonly Column[],
  body: readonly GridRow[],
  canContinue: boolean,
): boolean {
  const [only, ...more] = distinctCells(row);
  if (!only) return false;
  if (isTotal(row) || isSignature(only)) return true;
  if (more.length) return false;
  const places = columns.filter(({ index }) => row[index] === only);
  if (places.length > 1 || columns.length === 1) return columns.length > 1;
  const field = places[0]?.field;
  if (field === undefined) return true;
  if (canContinue && ['action', 'controls', 'threat', 'vulnerability', 'asset'].includes(field)) return false;
  // A title or an id by itself may be an entry that nobody has filled in yet.
  return !(
    (field === 'id' && only.text.length <= 20 && fitsIds(only.text, columns, body)) ||
    (field === 'title' && places[0]?.cells.length !== 0 && columns.length <= 3)
  );
}

const totals = new Set([
  ...['total', 'totals', 'sum', 'subtotal', 'sub total', 'grand total', 'average', 'mean', 'median', 'count'],
  ...['gesamt', 'gesamtsumme', 'summe', 'summen', 'zwischensumme', 'insgesamt', 'durchschnitt', 'mittelwert', 'anzahl'],
]);

/** `Total`, with nothing but numbers and what they count beside it. */
export function isTotal(row: GridRow): boolean {
  const [first, ...others] = distinctCells(row);
  if (!first) return false;
  const [said = ''] = first.text.split(/[\d.,Ø∑~≈]/, 1);
  const word = comparableWhole(said);
  return (
    totals.has(word) && others.every(({ text }) => /^[-+Ø∑~≈€$ ]*\d/.test(text) || totals.has(comparableWhole(text)))
  );
}

/** `Prepared by: J. Smith`, `Unterschrift`. */
export const isSignature = ({ text }: SourceCell): boolean =>
  text.length <= 60 &&
  /^(?:(?:prepared|approved|reviewed|checked|created|released|signed|verified|authori[sz]ed|written) (?:by|on)|(?:erstellt|geprüft|freigegeben|genehmigt|unterzeichnet|unterschrieben) (?:von|durch|am)|signatures?|unterschrift(?:en)?|date, signature|datum, unterschrift|ort, datum)(?: ?[:/,(_].*|$)/is.test(
    text,
  );

const idsOf = (columns: readonly Column[], body: readonly GridRow[]): string[] => {
  const index = columns.find(({ field }) => field === 'id')?.index;
  if (index === undefined) return [];
  return body.flatMap(row => (distinctCells(row).length > 1 ? (row[index]?.text ?? []) : []));
};

/** Where ids have numbers, a text without one is none. */
function fitsIds(text: string, columns: readonly Column[], body: readonly GridRow[]): boolean {
  const ids = idsOf(columns, body);
  return /\d/.test(text) || ids.filter(id => /\d/.test(id)).length <= 0.5 * ids.length;
}

/** How an id is built: `R-9` for `R-12`. */
const shapeOf = (id: string): string => id.replace(/\d+/g, '9');

/**
 * Whether rows below an empty one go on with the table, undefined if only that they stand there says so. `above` are the rows so far.
 */
export function goesOn(
  rows: readonly GridRow[],
  above: readonly GridRow[],
  columns: readonly Column[],
): boolean | undefined {
  const first = rows.find(row => distinctCells(row).length > 1);
  if (!first) return true;
  if (isHistory(first)) return false;
  const index = columns.find(({ field }) => field === 'id')?.index;
  const ids = idsOf(columns, above);
  if (index === undefined || !ids.length || !ids.every(id => /\d/.test(id))) return undefined;
  const shapes = new Set(ids.map(shapeOf));
  const isAlike = (row: GridRow): boolean => row[index] !== undefined && shapes.has(shapeOf(row[index].text));
  if (isAlike(first) || (!shapes.has('9') && rows.some(isAlike))) return true;
  const text = first[index]?.text;
  return text === undefined ? undefined : /\d/.test(text);
}

/** The headings of a list of versions of the document: a version first or second, and a day, an author or what changed. */
export function isHistory(row: GridRow): boolean {
  const words = distinctCells(row).map(({ text }) => comparableWhole(text));
  const version = words.findIndex(word => /^(?:version|versions?nr|versions? no|rev|revision|ausgabe)$/.test(word));
  if (version < 0 || version > 1) return false;
  const isAbout = (word: string | undefined): boolean =>
    word !== undefined &&
    /^(?:date|datum|author|autor|changes?|change description|änderung(?:en)?|changed by|bearbeiter)$/.test(word);
  return version === 0 ? words.some(isAbout) : isAbout(words[0]);
}
