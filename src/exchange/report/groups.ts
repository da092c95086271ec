/** Remarks that say the same of several cells, as one. */
import { inEnglish, later, type Saying } from '../../wording/wording.ts';
import { columnLetters, parseCellName } from '../cells.ts';
import { type Category, categories, type Remark } from '../ledger.ts';

export interface RemarkGroup {
  readonly category: Category;
  readonly code: string;
  readonly message: Saying;
  readonly file: string;
  readonly sheet: string;
  /** In reading order, each once. */
  readonly cells: readonly string[];
  /** What stands there, each text once. */
  readonly texts: readonly string[];
  /** The declarations concerned, each once. */
  readonly about: readonly string[];
}

/** In the order of the categories, and within one in that of the remarks. */
export function groupRemarks(remarks: readonly Remark[]): RemarkGroup[] {
  const groups = new Map<string, { first: Remark; cells: Set<string>; texts: Set<string>; about: Set<string> }>();
  for (const remark of remarks) {
    const { category, message, place, text, about } = remark;
    const key = JSON.stringify([category, inEnglish(message), place?.file, place?.sheet]);
    const group = groups.get(key) ?? { first: remark, cells: new Set(), texts: new Set(), about: new Set() };
    groups.set(key, group);
    if (place?.cell) group.cells.add(place.cell);
    if (text !== undefined) group.texts.add(text);
    if (about !== undefined) group.about.add(about);
  }
  return [...groups.values()]
    .map(({ first: { category, code, message, place }, cells, texts, about }) => ({
      category,
      code,
      message,
      file: place?.file ?? '',
      sheet: place?.sheet ?? '',
      cells: [...cells],
      texts: [...texts],
      about: [...about],
    }))
    .sort((a, b) => categories.indexOf(a.category) - categories.indexOf(b.category));
}

/** `D2:D94, F7`: cells below each other as ranges. */
export function cellRanges(names: readonly string[]): string {
  const places = names.flatMap(name => {
    const place = parseCellName(name);
    return place ? [{ ...place, letters: columnLetters(place.column) }] : [];
  });
  places.sort((a, b) => a.column - b.column || a.row - b.row);
  const ranges: { letters: string; column: number; from: number; to: number }[] = [];
  for (const { letters, column, row } of places) {
    const last = ranges.at(-1);
    if (last && last.column === column && last.to === row - 1) last.to = row;
    else ranges.push({ letters, column, from: row, to: row });
  }
  return ranges
    .map(({ letters, from, to }) =>
      from === to ? `${letters}${from + 1}` : `${letters}${from + 1}:${letters}${to + 1}`,
    )
    .join(', ');
}

/** What a category means to the reader of a report, as a text to be said. */
export const categoryTitles: Readonly<Record<Category, string>> = {
  contradiction: later('Contradictions in the registers'),
  'not understood': later('Not understood'),
  'not imported': later('Not imported'),
  guessed: later('Guessed: please confirm'),
  changed: later('Changed'),
  incomplete: later('Incomplete in the registers'),
  created: later('Declared because something refers to it'),
  'kept in notes': later('Kept in notes'),
  understood: later('Read in other words'),
};
