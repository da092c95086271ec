/**
 * What an artefact (statement of applicability, risk register, …) says. An artefact builds it, a format writes it; neither knows the
 * other. Texts are raw: escaping is the format's business. What may be long, the rows and the lists of the data, is given one after
 * the other while it is written, so a document takes no more memory than what is being written of it.
 */

/** Any value that JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Like `JsonValue`, but the lists that are not within others may be made while they are written. */
export type JsonData = JsonValue | Iterable<JsonValue> | { readonly [key: string]: JsonData };

/** A document that every format can write. */
export interface ExportDocument {
  /** Stable name of the artefact, e.g. `soa`. */
  readonly id: string;
  /** Title for people, e.g. `Statement of Applicability`. */
  readonly title: string;
  /** What identifies the document: organisation, ISMS, version, approval, as-of date, counts. In reading order. */
  readonly head: readonly HeadEntry[];
  /** The tables: the main one first (the only one in CSV), then e.g. the coverage. At least one. */
  readonly sheets: readonly Sheet[];
  /** What the JSON format writes: already shaped, carries its `$schema`. Asked for by that format only. */
  readonly data: JsonData;
  /** The day the document speaks of (`YYYY-MM-DD`), for the file's properties: never taken from the clock. */
  readonly asOf?: string;
  /** The language of the texts, BCP 47; `en` when absent. */
  readonly language?: string;
}

/** One fact of the head, e.g. `Version` – `3.1`. */
export interface HeadEntry {
  readonly label: string;
  readonly value: string | number;
}

/** One table. */
export interface Sheet {
  /** Stable name, e.g. `controls`. */
  readonly id: string;
  /** Name for people: caption, heading, worksheet name. */
  readonly name: string;
  /** The columns; the first identifies the row (it is the row's heading in HTML). At least one. */
  readonly columns: readonly Column[];
  /** The rows, grouped (e.g. by theme). A flat sheet has one group whose title is empty. */
  readonly groups: readonly RowGroup[];
  /**
   * What the groups are, e.g. `Theme`. Formats without group headings (CSV, XLSX) then put the group's title into a first
   * column of this name; without it the group's title is not in these formats.
   */
  readonly groupBy?: string;
}

/** Rows that belong together. */
export interface RowGroup {
  /** E.g. `Organizational controls`; empty for no heading. */
  readonly title: string;
  /** A list, or `lazily` made rows. Gone through once for each time that the document is written. */
  readonly rows: Iterable<Row>;
}

/** One column. */
export interface Column {
  /** Stable name, e.g. `justification`. */
  readonly key: string;
  /** Heading for people. */
  readonly title: string;
  /** Width in characters. */
  readonly width: number;
  /** Long text, broken into lines. */
  readonly wrap?: boolean;
  /** `text` when absent. A `date` column holds `YYYY-MM-DD`; what is no such date is written as the text it is. */
  readonly kind?: 'text' | 'number' | 'date';
  /** The colour of cells whose text is a key here, e.g. `{ implemented: 'good', 'not started': 'bad' }`. The text says it all without. */
  readonly tones?: Readonly<Record<string, Tone>>;
}

/** What a status means to a reader. */
export type Tone = 'good' | 'attention' | 'bad' | 'muted';

/** One cell for each column, in the columns' order; missing ones at the end are empty. */
export type Row = readonly Cell[];

/** A list is joined by the format, as fits it. */
export type Cell = string | number | readonly string[] | undefined;

/** A sheet without groups: one header, one list of rows. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: Iterable<TableRow>;
}

/** A row with a cell for each column of its table. */
export interface TableRow {
  readonly cells: Row;
  /** The number of its group among those that have rows, from 0. */
  readonly group: number;
  /** Whether it is the first of its group. */
  readonly begins: boolean;
}

/** The sheet as one plain table: every row has a cell for each column, and the group's title is a first column when `groupBy` names it. */
export function tableOf(sheet: Sheet): Table {
  const { groupBy } = sheet;
  const rows = lazily(() => tableRows(sheet));
  if (groupBy === undefined) {
    return { columns: sheet.columns, rows };
  }
  const width = Math.max(groupBy.length + 2, ...sheet.groups.map(group => group.title.length + 2));
  const first: Column = { key: 'group', title: groupBy, width: Math.min(width, 18), wrap: true };
  return { columns: [first, ...sheet.columns], rows };
}

function* tableRows({ columns, groups, groupBy }: Sheet): Generator<TableRow> {
  let group = -1;
  for (const { title, rows } of groups) {
    let begins = true;
    for (const row of rows) {
      if (begins) group++;
      const cells: Row = columns.map((_, index) => row[index]);
      yield { cells: groupBy === undefined ? cells : [title, ...cells], group, begins };
      begins = false;
    }
  }
}

/** The sheet in its simplest form: one untitled group. */
export function flatSheet(id: string, name: string, columns: readonly Column[], rows: Iterable<Row>): Sheet {
  return { id, name, columns, groups: [{ title: '', rows }] };
}

/** What can be gone through, made anew each time: nothing is made before it is asked for, and nothing is kept. */
export function lazily<T>(make: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: make };
}

/**
 * The same document with everything made now that would be made while it is written: for one that speaks of what may change in the
 * meantime. It takes as much memory as it is long.
 */
export function madeNow({ sheets, data, ...rest }: ExportDocument): ExportDocument {
  const made = sheets.map(sheet => ({
    ...sheet,
    groups: sheet.groups.map(({ title, rows }) => ({ title, rows: [...rows] })),
  }));
  return { ...rest, sheets: made, data: madeValue(data) };
}

function madeValue(data: JsonData): JsonValue {
  if (typeof data !== 'object' || data === null) return data;
  if (isList(data)) return [...data];
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, madeValue(value)]));
}

/** Whether data are a list, made or to be made. */
export function isList(data: JsonData): data is Iterable<JsonValue> & object {
  return typeof data === 'object' && data !== null && Symbol.iterator in data;
}

/** The tone of a cell, if its column gives its text one. */
export function toneOf(column: Column, cell: Cell): Tone | undefined {
  const { tones } = column;
  return tones !== undefined && typeof cell === 'string' && Object.hasOwn(tones, cell) ? tones[cell] : undefined;
}

/** The document's main table: the one that CSV writes and that comes first elsewhere. */
export function mainSheet(document: ExportDocument): Sheet {
  const sheet = document.sheets[0];
  if (sheet === undefined) {
    throw new RangeError(`The document '${document.id}' has no sheet.`);
  }
  return sheet;
}
