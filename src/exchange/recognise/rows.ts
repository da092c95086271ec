/** Which rows below headings are records, and which are lines between, below or beside them. */
import type { GridRow, SourceCell } from '../cells.ts';
import { isPlaceholder } from '../values/words.ts';
import { distinctCells } from './blocks.ts';
import type { Column } from './column.ts';
import { comparableWhole } from './normalise.ts';

/** How the rows of a table are filled in: by that a row that is none of them shows. */
export interface RowHabits {
  /** The place of the ids; undefined if there are none. */
  readonly id?: number;
  /** How the ids of well filled rows are built. */
  readonly shapes: ReadonlySet<string>;
  /** Whether nearly all of these ids have numbers. */
  readonly areNumbered: boolean;
  /** How many cells a row has, in the middle. */
  readonly usual: number;
}

export function rowHabits(columns: readonly Column[], body: readonly GridRow[]): RowHabits {
  const counts = body
    .map(row => distinctCells(row).length)
    .filter(count => count > 1)
    .sort((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 1;
  const id = columns.find(({ field }) => field === 'id')?.index;
  const ids =
    id === undefined
      ? []
      : body
          .filter(row => distinctCells(row).length > Math.max(1, 0.5 * usual))
          .flatMap(row => row[id]?.text ?? [])
          .filter(text => !beginsLikeFooter(text));
  const numbered = ids.filter(text => /\d/.test(text)).length;
  return {
    ...(id !== undefined && { id }),
    shapes: new Set(ids.map(shapeOf)),
    areNumbered: numbered > 0.5 * ids.length,
    usual,
  };
}

/** One cell alone is a heading between rows or a footnote, unless it goes on with the row above; so is what stands below tables. */
export function isLine(row: GridRow, columns: readonly Column[], habits: RowHabits, canContinue: boolean): boolean {
  const [only, ...more] = distinctCells(row);
  if (!only) return false;
  if (isTotal(row) || isSignature(only) || isFooter(row, habits)) return true;
  if (more.length) return isStray(row, habits);
  const places = columns.filter(({ index }) => row[index] === only);
  if (places.length > 1 || columns.length === 1) return columns.length > 1;
  const field = places[0]?.field;
  if (field === undefined) return true;
  if (canContinue && ['action', 'controls', 'threat', 'vulnerability', 'asset'].includes(field)) return false;
  // A title or an id by itself may be an entry that nobody has filled in yet.
  return !(
    (field === 'id' && only.text.length <= 20 && fitsIds(only.text, habits)) ||
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

/** What stands below a table begins with one of these words, or with the first two of them. */
const footers = new Set([
  ...totals,
  ...['number of', 'number', 'as of', 'page', 'version', 'legend', 'key', 'printed', 'status as', 'last updated'],
  ...['stand', 'seite', 'legende', 'ausgedruckt', 'gedruckt', 'stand vom', 'letzte aktualisierung'],
]);

function beginsLikeFooter(text: string): boolean {
  const [first = '', second = ''] = comparableWhole(text).split(' ', 2);
  return footers.has(first) || footers.has(`${first} ${second}`);
}

/** `12`, `High: 1`, `12.03.2026`, `Page 1 of 2`. */
const isCount = ({ text }: SourceCell): boolean =>
  text.length <= 60 && (/^[\d.,\s%/-]+$/.test(text) || /: ?[\d.,]+ ?%?$/.test(text) || beginsLikeFooter(text));

/**
 * A row that begins with words of totals, days and pages: in the place of an id that is built otherwise, or with nothing but counts beside
 * it.
 */
function isFooter(row: GridRow, habits: RowHabits): boolean {
  const [first, ...others] = distinctCells(row);
  if (!first || !beginsLikeFooter(first.text)) return false;
  const isId = habits.id !== undefined && row[habits.id] === first;
  if (isId && habits.areNumbered) return !habits.shapes.has(shapeOf(first.text));
  return others.every(isCount) && isWeak(row, habits);
}

/** Whether a row says less than half of what the others do. */
const isWeak = (row: GridRow, { usual }: RowHabits): boolean => distinctCells(row).length <= 0.5 * usual;

/** A row of a few cells with something in the place of the id that is none: a bare number where ids have letters, or words. */
function isStray(row: GridRow, habits: RowHabits): boolean {
  const text = habits.id === undefined ? undefined : row[habits.id]?.text;
  if (text === undefined || !habits.areNumbered || isPlaceholder(text) || !isWeak(row, habits)) return false;
  const [start = ''] = text.split(/\s/, 1);
  return ![text, start].some(each => habits.shapes.has(shapeOf(each))) && (/^\d+\.?$/.test(text) || start !== text);
}

/** `Prepared by: J. Smith`, `Unterschrift`. */
export const isSignature = ({ text }: SourceCell): boolean =>
  text.length <= 60 &&
  /^(?:(?:prepared|approved|reviewed|checked|created|released|signed|verified|authori[sz]ed|written) (?:by|on)|(?:erstellt|geprüft|freigegeben|genehmigt|unterzeichnet|unterschrieben) (?:von|durch|am)|signatures?|unterschrift(?:en)?|date, signature|datum, unterschrift|ort, datum)(?: ?[:/,(_].*|$)/is.test(
    text,
  );

/** Where ids have numbers, a text that is built otherwise is none. */
const fitsIds = (text: string, { shapes, areNumbered }: RowHabits): boolean =>
  !areNumbered || shapes.has(shapeOf(text));

/** How an id is built: `A-9` for `R-12` and `R-12b`, `A.9` for `A.8.13`. */
const shapeOf = (id: string): string =>
  id
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '9')
    .replace(/(?:\.9)+/g, '.9')
    .replace(/9A$/, '9');

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
  const habits = rowHabits(columns, above);
  const { id, shapes, areNumbered } = habits;
  if (id === undefined || !shapes.size || !areNumbered) return undefined;
  const text = first[id]?.text;
  // A legend counts from one again.
  const isAgain = text !== undefined && above.some(row => row[id]?.text === text);
  if (isAgain && isWeak(first, habits)) return false;
  const isAlike = (row: GridRow): boolean => row[id] !== undefined && shapes.has(shapeOf(row[id].text));
  if (isAlike(first) || (!shapes.has('9') && rows.some(isAlike))) return true;
  if (text === undefined) return undefined;
  return /\d/.test(text) && !isWeak(first, habits) ? undefined : false;
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
