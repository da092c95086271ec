/** The mapping file: what the user says of tables, columns, dates and words, where headings do not. */

import { nearestMeant } from '../../language/nearest.ts';
import { type SayingValue, saying } from '../../wording/wording.ts';
import type { Grid } from '../cells.ts';
import { ImportFault } from '../fault.ts';
import { fieldsOf, type TableKind, tableKinds } from './headings.ts';
import { comparable, comparableWhole, exactly } from './normalise.ts';

/** How dates such as 03/04/2026 are to be read. */
export type DateOrder = 'day-first' | 'month-first';

export interface TableMapping {
  /** The name of the file, without its folders; absent: any. */
  readonly file?: string;
  /** The name of the worksheet or table; absent: any. */
  readonly sheet?: string;
  readonly kind?: TableKind | 'ignore';
  /** The row of the headings, from 1. */
  readonly head?: number;
  /** By heading, or by letter: the name of a field, `notes` or `ignore`. */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface Mapping {
  readonly tables: readonly TableMapping[];
  readonly dates?: DateOrder;
  /** By what cells say: the word of the language, for `decided`, `treatment`, `controlStatus`, `actionStatus`, `assetType`. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The words of the scales, the lowest first. */
  readonly scales: ReadonlyMap<ScaleName, readonly string[]>;
}

const scaleNames = ['likelihood', 'impact', 'levels', 'values'] as const;

/** The scales of a method: also the levels of risk, and the values of assets. */
export type ScaleName = (typeof scaleNames)[number];

export const noMapping: Mapping = { tables: [], words: new Map(), scales: new Map() };

/** What a column may be mapped to beside the fields of its kind. */
const besides = ['notes', 'ignore'];

/** The lists of words that a mapping may add to, and the words of each. */
const wordLists: Readonly<Record<string, readonly string[]>> = {
  decided: ['yes', 'no', 'inherited'],
  treatment: ['modify', 'avoid', 'share', 'retain'],
  controlStatus: ['planned', 'partial', 'implemented'],
  actionStatus: ['open', 'planned', 'in-progress', 'done', 'cancelled'],
  assetType: ['information', 'software', 'hardware', 'service', 'people', 'facility', 'process'],
};

/** @throws ImportFault that names what is wrong and what may stand there */
export function parseMapping(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ImportFault(saying('it is no JSON: {0}', error instanceof Error ? error.message : String(error)));
  }
  const root = objectOf(json, saying('the mapping'), ['tables', 'dates', 'words', 'scales']);
  const dates = root.get('dates');
  if (dates !== undefined && dates !== 'day-first' && dates !== 'month-first')
    throw new ImportFault(saying('"dates" is "day-first" or "month-first".'));
  const tables = root.get('tables') ?? [];
  if (!Array.isArray(tables)) throw new ImportFault(saying('"tables" is a list of objects.'));
  return {
    tables: tables.map(tableOf),
    ...(dates && { dates }),
    words: wordsOf(root.get('words') ?? {}),
    scales: scalesOf(root.get('scales') ?? {}),
  };
}

function tableOf(json: unknown, index: number): TableMapping {
  const where = `tables[${index}]`;
  const table = objectOf(json, where, ['file', 'sheet', 'kind', 'head', 'columns']);
  const kind = table.get('kind');
  if (kind !== undefined && kind !== 'ignore' && !tableKinds.includes(kind as TableKind))
    throw unknown(`${where}.kind`, String(kind), [...tableKinds, 'ignore']);
  const head = table.get('head');
  if (head !== undefined && !(Number.isInteger(head) && (head as number) >= 1))
    throw new ImportFault(saying('"{0}.head" is the number of the row that holds the headings, from 1.', where));
  const columns = table.get('columns');
  const fields = columns === undefined ? undefined : objectOf(columns, `${where}.columns`, undefined);
  const allowed = kind && kind !== 'ignore' ? fieldsOf(kind as TableKind) : tableKinds.flatMap(fieldsOf);
  for (const [heading, field] of fields ?? [])
    if (typeof field !== 'string' || ![...allowed, ...besides].includes(field))
      throw unknown(`${where}.columns["${heading}"]`, String(field), [...new Set([...allowed, ...besides])]);
  return {
    ...textIn(table, 'file', where),
    ...textIn(table, 'sheet', where),
    ...(kind !== undefined && { kind: kind as TableMapping['kind'] }),
    ...(head !== undefined && { head: head as number }),
    ...(fields && { columns: Object.fromEntries(fields) as Record<string, string> }),
  };
}

function textIn(table: ReadonlyMap<string, unknown>, key: 'file' | 'sheet', where: string): Record<string, string> {
  const value = table.get(key);
  if (value === undefined) return {};
  if (typeof value !== 'string') throw new ImportFault(saying('"{0}.{1}" is a name in quotes.', where, key));
  return { [key]: value };
}

function wordsOf(json: unknown): Mapping['words'] {
  const lists = objectOf(json, 'words', Object.keys(wordLists));
  return new Map(
    [...lists].map(([list, entries]) => {
      const words = objectOf(entries, `words.${list}`, undefined);
      const allowed = wordLists[list] ?? [];
      return [
        list,
        new Map(
          [...words].flatMap(([said, means]): [string, string][] => {
            if (typeof means !== 'string' || !allowed.includes(means))
              throw unknown(`words.${list}["${said}"]`, String(means), allowed);
            // `Yes?` says nothing of `Yes`.
            const isPlain = /^[\p{L}\p{M}\p{N}\s.,:;/-]*$/u.test(said);
            return [[exactly(said), means], ...(isPlain ? [[comparableWhole(said), means] as [string, string]] : [])];
          }),
        ),
      ];
    }),
  );
}

function scalesOf(json: unknown): Mapping['scales'] {
  return new Map(
    [...objectOf(json, 'scales', scaleNames)].map(([name, words]) => {
      if (!Array.isArray(words) || words.length < 2 || !words.every(word => typeof word === 'string' && word.trim()))
        throw new ImportFault(saying('"scales.{0}" is a list of words, the lowest first.', name));
      return [name as ScaleName, words as string[]];
    }),
  );
}

/** The keys of an object in a map, as a key may be `__proto__`. */
function objectOf(json: unknown, what: SayingValue, keys: readonly string[] | undefined): Map<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new ImportFault(saying('{0} is an object in braces.', what));
  const entries = new Map(Object.entries(json));
  for (const key of entries.keys()) if (keys && !keys.includes(key)) throw unknown(what, key, keys);
  return entries;
}

function unknown(where: SayingValue, given: string, allowed: readonly string[]): ImportFault {
  const near = nearestMeant(given, allowed, 1)[0];
  return new ImportFault(
    near === undefined
      ? saying('“{0}” at {1} is not known. There are: {2}.', given, where, allowed.join(', '))
      : saying(
          '“{0}” at {1} is not known; did you mean “{2}”? There are: {3}.',
          given,
          where,
          near,
          allowed.join(', '),
        ),
  );
}

/** The mapping of a grid: what names its file and sheet counts before what names less. */
export function mappingOf(mapping: Mapping, grid: Grid): TableMapping | undefined {
  const name = grid.file.split(/[\\/]/).at(-1);
  const fits = mapping.tables.filter(
    ({ file, sheet }) =>
      (file === undefined || file === name || file === grid.file) && (sheet === undefined || sheet === grid.sheet),
  );
  const weight = ({ file, sheet }: TableMapping): number =>
    Number(file !== undefined) + 2 * Number(sheet !== undefined);
  return fits.sort((a, b) => weight(b) - weight(a))[0];
}

/** What a column is mapped to. */
export function mappedField(table: TableMapping | undefined, heading: string, letters: string): string | undefined {
  const wanted = comparableWhole(heading);
  for (const [key, field] of Object.entries(table?.columns ?? {}))
    if (key === letters || (wanted !== '' && (comparableWhole(key) === wanted || comparable(key) === wanted)))
      return field;
  return undefined;
}
