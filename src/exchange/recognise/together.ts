/** What columns are that only those beside them explain: numbers of rows, letters of properties, answers, scores that are called risk. */
import { recogniseControlId } from '../../catalogues/control-ids.ts';
import { usualScales } from '../values/words.ts';
import type { Column } from './column.ts';
import type { TableKind } from './headings.ts';
import { comparable, comparableWhole } from './normalise.ts';

type TextsOf = (column: Column) => readonly string[];

/** The share of texts that look like ids. */
export function idLikeness(texts: readonly string[]): number {
  if (!texts.length) return 0;
  const ids = texts.filter(text => text.length <= 20 && /\d/.test(text) && !/\s\S+\s/.test(text));
  return (ids.length / texts.length) * (new Set(texts).size / texts.length);
}

/** The share of texts that are ids of controls, then of any. */
export const controlLikeness = (texts: readonly string[]): number =>
  controlShare(texts) * (new Set(texts).size / Math.max(1, texts.length)) + 0.01 * idLikeness(texts);

const controlShare = (texts: readonly string[]): number =>
  texts.filter(text => /[.\d]\d/.test(text) && recogniseControlId(text) !== undefined).length /
  Math.max(1, texts.length);

/** Where a Statement of Applicability has the ids of controls, if another column is called the id of something and has none. */
export function controlColumn(columns: readonly Column[], textsOf: TextsOf): Column | undefined {
  if (columns.some(column => column.field === 'id' && controlShare(textsOf(column)) > 0)) return undefined;
  return columns.find(column => column.by === 'nothing' && !column.isRowNumber && controlShare(textsOf(column)) > 0.7);
}

/** 1, 2, 3 down the table; a line between rows may stand there too. */
function countsRows(texts: readonly string[]): boolean {
  const numbers = texts.flatMap(text => (/^\d{1,4}[.)]?$/.test(text) ? Number.parseInt(text, 10) : []));
  return (
    numbers.length > 1 &&
    numbers.length >= 0.7 * texts.length &&
    (numbers[0] as number) <= 1 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] as number) + 1)
  );
}

/** The columns that count the rows of a table whose ids stand in another column. */
export function rowNumbers(columns: readonly Column[], kind: TableKind, textsOf: TextsOf): Column[] {
  const counting = columns.filter(
    column => column.field === 'id' && column.by !== 'mapping' && countsRows(textsOf(column)),
  );
  const hasIds = columns.some(column => {
    if (counting.includes(column)) return false;
    if (column.field === 'id') return kind !== 'soa' || !counting.length || controlShare(textsOf(column)) > 0.5;
    return kind === 'soa' && controlShare(textsOf(column)) > 0.7;
  });
  return hasIds ? counting.filter(column => idsBeside(columns, column, kind, textsOf)) : [];
}

/** Of risks another column has to hold ids, as “Risk” may be the title. */
const idsBeside = (columns: readonly Column[], own: Column, kind: TableKind, textsOf: TextsOf): boolean =>
  kind === 'soa' ||
  columns.some(
    column =>
      column !== own &&
      column.field === 'id' &&
      !countsRows(textsOf(column)) &&
      (column.by === 'mapping' || idLikeness(textsOf(column)) > 0.8),
  );

const levelWords = new Set(usualScales.flat());

/** `12`, `12.5`, `High`, `12 (High)`. */
const isLevel = (text: string): boolean =>
  /^\d{1,3}(?:[.,]\d{1,2})?$/.test(text) || levelWords.has(comparable(text)) || /^\d{1,3} ?[-–(]/.test(text);

/** “Risk” to the right of likelihood and impact, with levels in it, is neither the id nor the title, but what they give. */
export function scoresCalledRisk(columns: readonly Column[], textsOf: TextsOf): Column[] {
  const at = (field: string): number => columns.findIndex(column => column.field === field);
  const [likelihood, impact] = [at('likelihood'), at('impact')];
  if (likelihood < 0 || impact < 0) return [];
  return columns.filter(
    (column, index) =>
      index > Math.max(likelihood, impact) &&
      ['risk', 'risiko'].includes(comparable(column.heading)) &&
      column.by !== 'mapping' &&
      textsOf(column).length > 0 &&
      textsOf(column).every(isLevel),
  );
}

/** What headings mean beside others: `C`, `I`, `A` are properties, and `No` beside `Yes` is an answer. */
export function besideOthers(columns: readonly Column[], kind: TableKind): Column[] {
  return columns.map((column, at): Column => {
    if (column.by === 'mapping') return column;
    if (isAnswer(columns, at)) {
      const { field: _, ...rest } = column;
      return { ...rest, by: 'nothing' };
    }
    const property = kind === 'risk' || kind === 'asset' ? propertyAt(columns, at) : undefined;
    return property === undefined ? column : { ...column, field: property, by: 'heading' };
  });
}

/** The letters of the properties, in English and German. */
const propertyLetters = ['c i a', 'v i v'];

function propertyAt(columns: readonly Column[], at: number): string | undefined {
  for (const [offset, property] of ['confidentiality', 'integrity', 'availability'].entries()) {
    const three = columns.slice(Math.max(0, at - offset), at - offset + 3);
    if (at - offset >= 0 && propertyLetters.includes(three.map(({ heading }) => comparableWhole(heading)).join(' ')))
      return property;
  }
  return undefined;
}

const ownHeading = (column: Column | undefined): string => comparableWhole(column?.cells.at(-1)?.text ?? '');

/** `No` to the right of `Yes`. */
const isAnswer = (columns: readonly Column[], at: number): boolean =>
  ['no', 'nein'].includes(ownHeading(columns[at])) && ['yes', 'ja'].includes(ownHeading(columns[at - 1]));
