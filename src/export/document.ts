/**
 * What an artefact (statement of applicability, risk register, …) says, as one plain value. An artefact builds it,
 * a format writes it; neither knows the other. Texts are raw: escaping is the format's business.
 */

/** Any value that JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

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
  /** What the JSON format writes: already shaped, carries its `$schema`. */
  readonly data: JsonValue;
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
  readonly rows: readonly Row[];
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
  readonly rows: readonly Row[];
}

/** The sheet as one plain table: every row has a cell for each column, and the group's title is a first column when `groupBy` names it. */
export function tableOf(sheet: Sheet): Table {
  const { groupBy } = sheet;
  const rows = sheet.groups.flatMap(group =>
    group.rows.map(row => {
      const cells: Row = sheet.columns.map((_, index) => row[index]);
      return groupBy === undefined ? cells : [group.title, ...cells];
    }),
  );
  if (groupBy === undefined) {
    return { columns: sheet.columns, rows };
  }
  const width = Math.max(groupBy.length + 2, ...sheet.groups.map(group => group.title.length + 2));
  const first: Column = { key: 'group', title: groupBy, width: Math.min(width, 18), wrap: true };
  return { columns: [first, ...sheet.columns], rows };
}

/** The sheet in its simplest form: one untitled group. */
export function flatSheet(id: string, name: string, columns: readonly Column[], rows: readonly Row[]): Sheet {
  return { id, name, columns, groups: [{ title: '', rows }] };
}

/** The groups that have rows; when none has, one untitled empty group, so that the header is still shown. */
export function groupsToShow(sheet: Sheet): readonly RowGroup[] {
  const groups = sheet.groups.filter(group => group.rows.length > 0);
  return groups.length > 0 ? groups : [{ title: '', rows: [] }];
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
