/**
 * What a document says, as blocks. An artefact builds them, a format writes them; neither knows the other. A document is a value:
 * it holds nothing of the model, so an ISMS may change while its document is written. Texts are raw: escaping is the format's business.
 */

import type { Wording } from '../wording/wording.ts';

/** Any value that JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A document that every format can write. */
export interface Document {
  /** Name of the artefact, e.g. `soa`. */
  readonly id: string;
  /** Title for people, e.g. `Statement of Applicability`. */
  readonly title: string;
  /** What identifies the document: organisation, ISMS, version, approval, as-of date, counts. In reading order. */
  readonly head: readonly Fact[];
  /** What it says, in reading order. At least one is a table or a checklist. */
  readonly blocks: readonly Block[];
  /** The same for programs: carries its `$schema`. Made when a format asks for it, of what was read when the document was built. */
  readonly data: () => JsonValue;
  /** The same in models that others have published, by their names, such as `profile` of OSCAL; see `ModelId`. */
  readonly models?: { readonly [model in ModelId]?: (fileOf: FileOf) => JsonValue };
  /** The day the document speaks of (`YYYY-MM-DD`), for the file's properties: never taken from the clock. */
  readonly asOf?: string;
  /** The language of the texts; English when absent. */
  readonly wording?: Wording;
  /** What the document leaves open that its reader expects, in English words such as `93 controls are undecided`; the head says so in the document's language. */
  readonly gaps?: readonly string[];
  /** What every page has to say of it beside its version, such as `not approved`; absent where there is nothing to be warned of. */
  readonly standing?: string;
}

/** A model of OSCAL that a document can be said in. */
export type ModelId = 'assessment-results' | 'catalog' | 'component-definition' | 'mapping' | 'poam' | 'profile';

/** The name of the file in which a document is written in a format, as one of its pack refers to another. */
export type FileOf = (artefact: string, format: string) => string;

export type Block = Heading | Paragraph | List | Facts | Table | Checklist | Figure;

/** One labelled value, e.g. `Version` – `3.1`. */
export interface Fact {
  /** Stable name, e.g. `version`. Formats repeat `organisation`, `version` and `as-of` on every printed page. */
  readonly id: string;
  readonly label: string;
  readonly value: string | number;
  /** The value is a day, `YYYY-MM-DD`, which formats write as the language does. */
  readonly isDay?: true;
  /** Nothing is stated: the value says so. */
  readonly isUnstated?: true;
}

export interface Facts {
  readonly type: 'facts';
  readonly facts: readonly Fact[];
}

/** 1 is the title of the document, 2 a part of it, 3 a part of what the last heading of level 2 is about. */
export type Level = 2 | 3;

/** A heading of a part of the document. Tables, checklists and figures have titles of their own. */
export interface Heading {
  readonly type: 'heading';
  readonly text: string;
  /** 2 where it is left out. */
  readonly level?: Level;
}

/** The names of prose are those of mdast. */
export type Prose = readonly ProseBlock[];

export type ProseBlock = Paragraph | List;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
}

export interface List {
  readonly type: 'list';
  /** The number of the first item; absent for a list without numbers. */
  readonly start?: number;
  readonly items: readonly Prose[];
}

/** A plain text is a string. */
export type Inline = string | Emphasis | Code | Link | Break;

export interface Emphasis {
  readonly type: 'emphasis' | 'strong';
  readonly content: readonly Inline[];
}

export interface Code {
  readonly type: 'code';
  readonly text: string;
}

export interface Break {
  readonly type: 'break';
}

export interface Link {
  readonly type: 'link';
  readonly to: Target;
  readonly content: readonly Inline[];
}

/** An address, or a place of the sources, which whoever writes the document may know an address for. */
export type Target = { readonly url: string } | { readonly place: Place };

/** Lines and characters from 0, characters in UTF-16 units. */
export interface Place {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Table {
  readonly type: 'table';
  /** Stable name, e.g. `controls`. */
  readonly id: string;
  /** Caption, heading, name of the worksheet. */
  readonly title: string;
  /** Of the title; 2 where it is left out. */
  readonly level?: Level;
  /** The columns; the first identifies the row (it is the row's heading in HTML). At least one. */
  readonly columns: readonly Column[];
  /** The rows, grouped (e.g. by theme). A flat table has one group whose title is empty. */
  readonly groups: readonly RowGroup[];
  /**
   * What the groups are, e.g. `Theme`. Formats without group headings (CSV, XLSX) then put the group's title into a first
   * column of this name; without it the group's title is not in these formats.
   */
  readonly groupBy?: string;
  /** Of which series of tables with the same columns it is one, a table for each thing of a kind: a workbook writes them as one. */
  readonly series?: Series;
  /** The table that counts where only one does: CSV writes it, and it comes first in a workbook. Without a mark the first one that is no figure. */
  readonly isMain?: true;
}

/** Tables of one series have the same `id`, `title` and `by`. */
export interface Series {
  /** Stable name, e.g. `criteria`. */
  readonly id: string;
  /** Title of all together, e.g. `Criteria and scope`. */
  readonly title: string;
  /** What the table is one for each of, e.g. `Audit`. */
  readonly by: string;
  /** The one that the table is for, e.g. `IA-2026-1`. */
  readonly of: string;
}

/** Rows that belong together. */
export interface RowGroup {
  /** E.g. `Organizational controls`; empty for no heading. */
  readonly title: string;
  readonly rows: readonly Row[];
}

/**
 * What the values of a column are. How wide and in which way they are shown is a format's business.
 *
 * `id`: a short name · `title`: the title of what the row is about · `word`: one of few words, such as a status · `name`: one name or
 * title · `names`: several · `ids`: several short names · `prose`: text of any length · `number` · `date`: `YYYY-MM-DD`, or
 * the text that stands in its place.
 */
export type ColumnKind = 'id' | 'title' | 'word' | 'name' | 'names' | 'ids' | 'prose' | 'number' | 'date';

export interface Column {
  /** Stable name, e.g. `justification`. */
  readonly id: string;
  /** Heading for people. */
  readonly title: string;
  readonly kind: ColumnKind;
  /** What a cell whose text is a key here means, e.g. `{ implemented: 'good', 'not started': 'bad' }`. The text says it all without. */
  readonly tones?: Readonly<Record<string, Tone>>;
  /** It is what the table is asked for: on paper others give way to it. */
  readonly isKey?: true;
  /** The day in it is one until which something is due, so that a calendar takes the row up. */
  readonly isDeadline?: true;
}

/** What a status means to a reader. */
export type Tone = 'good' | 'attention' | 'bad' | 'muted';

/** One cell for each column, in the columns' order; missing ones at the end are empty. */
export type Row = readonly Cell[];

/** A list is joined by the format, as fits it. */
export type Cell = string | number | readonly string[] | ProseCell | Link | undefined;

export interface ProseCell {
  readonly type: 'prose';
  readonly blocks: Prose;
}

/** Points, each with a status in words. */
export interface Checklist {
  readonly type: 'checklist';
  readonly id: string;
  readonly title: string;
  /** What follows from all points together, as a sentence. */
  readonly summary: string;
  readonly points: readonly Point[];
}

export interface Point {
  readonly status: Status;
  readonly title: string;
  /** Where the point is asked for, e.g. `6.1.3 d`. */
  readonly reference: string;
  readonly place?: Place;
  /** What else a reader wants to know, in a few words. */
  readonly details?: string;
  /** What stands against the point. Formats for people may write out the first ones, and then say how many more there are. */
  readonly remarks: readonly Remark[];
  /** How many more there are than these, in words. */
  readonly more?: string;
}

/** A status is always said in words; sign and colour are added for those who look over a list. */
export interface Status {
  readonly word: string;
  readonly sign: string;
  readonly tone: Tone;
}

export interface Remark {
  /** A word before the text, e.g. `late`. */
  readonly note?: string;
  readonly text: string;
  readonly place?: Place;
  /** The code of the diagnostic that says it. */
  readonly code?: string;
}

/** Data for a drawing. A format that draws nothing writes it as a table. */
export type Figure = MatrixFigure | BarsFigure;

/** How many there are of each combination, e.g. risks by likelihood and impact. */
export interface MatrixFigure {
  readonly type: 'figure';
  readonly kind: 'matrix';
  readonly id: string;
  readonly title: string;
  readonly across: Axis;
  /** From the top to the bottom. */
  readonly down: Axis;
  /** What is said where nothing is in any cell, for those who cannot see it; `None` without it. */
  readonly none?: string;
  /** A list for each label of `down`, with a cell for each label of `across`. */
  readonly cells: readonly (readonly MatrixCell[])[];
}

export interface Axis {
  readonly title: string;
  readonly labels: readonly string[];
}

export interface MatrixCell {
  readonly count: number;
  /** What the combination is called, e.g. a level of risk. */
  readonly word?: string;
  readonly tone?: Tone;
}

/** Parts of a whole, a bar for each, e.g. controls by status. */
export interface BarsFigure {
  readonly type: 'figure';
  readonly kind: 'bars';
  readonly id: string;
  readonly title: string;
  /** What a bar stands for, as the heading of a column; `Part` without it. */
  readonly barTitle?: string;
  readonly parts: readonly { readonly label: string; readonly tone: Tone }[];
  /** `values`: one for each part. */
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** A table without groups. */
export const flatTable = (id: string, title: string, columns: readonly Column[], rows: readonly Row[]): Table => ({
  type: 'table',
  id,
  title,
  columns,
  groups: [{ title: '', rows }],
});

/** Blocks as parts of what the heading before them is about. */
export const within = (blocks: readonly Block[]): Block[] =>
  blocks.map(block => (block.type === 'heading' || block.type === 'table' ? { ...block, level: 3 } : block));

export const paragraph = (...content: readonly Inline[]): Paragraph => ({ type: 'paragraph', content });

/** Words that lead to a place of the sources, if it is known. */
export const linkToPlace = (words: string, place: Place | undefined): Link | string =>
  place ? { type: 'link', to: { place }, content: [words] } : words;
