/** The account of an import beyond its declarations: what the form of the registers is, and what nobody spoke for. */
import { oneLine } from '../syntax/text/one-line.ts';
import { later, type Saying, saying } from '../wording/wording.ts';
import type { Aside, Grid, GridRow, SourceCell } from './cells.ts';
import type { Ledger, Remark } from './ledger.ts';
import { distinctCells } from './recognise/blocks.ts';
import type { FoundFact } from './recognise/facts.ts';
import type { TableKind } from './recognise/headings.ts';
import type { FoundLookup } from './recognise/lookups.ts';
import { type Mapping, mappingOf } from './recognise/mapping.ts';
import { otherRegister } from './recognise/other-registers.ts';
import { isSummary } from './recognise/summaries.ts';
import type { Table } from './recognise/tables.ts';
import type { OutputFile } from './write/files.ts';

/** What a grid holds. */
export interface Recognised {
  readonly grid: Grid;
  readonly tables: readonly Table[];
  readonly lookups: readonly FoundLookup[];
  readonly facts: readonly FoundFact[];
}

/** The filled cells of a grid, each once. */
export const cellsOf = ({ rows, caption }: Grid): SourceCell[] => [
  ...new Set([...(caption ? [caption] : []), ...rows.flat().filter((cell): cell is SourceCell => cell !== undefined)]),
];

/** Headings, lines between rows, and how columns were understood. */
export function accountForForm({ tables, grid }: Recognised, mapping: Mapping, ledger: Ledger): void {
  for (const { columns, lines, belowGaps, kind, isKindGuessed } of tables) {
    const first = columns.flatMap(({ cells }) => cells.at(-1) ?? [])[0];
    if (isKindGuessed && first)
      ledger.remark(
        'guessed',
        'kind',
        saying(
          'Taken for a table of {0} by what its headings have in common with one. Say "kind" in the mapping if it is another',
          kindNames[kind],
        ),
        { place: first.place },
      );
    for (const { cells, heading, field, by, isRowNumber } of columns) {
      for (const cell of cells) ledger.heading(cell);
      const [cell] = cells.slice(-1);
      if (by === 'mapping' || by === 'heading' || isRowNumber) continue;
      if (field === undefined || by === 'nothing')
        ledger.remark(
          'not understood',
          'unknown-column',
          saying(
            '“{0}” is no heading that is known of a table of {1}; what it holds is kept in notes. Say what it is, in the mapping or in the editor, if it has a place',
            heading,
            kindNames[kind],
          ),
          cell ? { place: cell.place } : {},
        );
      else if (field !== 'caption')
        ledger.remark('guessed', 'column', saying(guesses[by], heading, field), cell ? { place: cell.place } : {});
    }
    for (const { place, text } of belowGaps)
      ledger.remark('guessed', 'below-gap', saying('Below an empty row: taken for further rows of the table above'), {
        place,
        text,
      });
    for (const { cells, what } of lines)
      for (const cell of cells)
        if (what === 'line')
          ledger.remark(
            'not imported',
            'line',
            saying('A line between or below the rows of a table belongs to no row'),
            {
              cell,
            },
          );
        else ledger.remark('understood', 'repeated-headings', saying('The headings are repeated'), { cell });
  }
  if (grid.caption && tables.some(({ headRows }) => headRows.length))
    ledger.remark('understood', 'table-heading', saying('The heading above the table'), { cell: grid.caption });
  if (isSummary(grid))
    for (const cell of cellsOf(grid))
      ledger.remark('understood', 'summary', saying('It counts what other sheets say'), { cell });
  if (mappingOf(mapping, grid)?.kind === 'ignore')
    for (const cell of cellsOf(grid))
      ledger.remark('not imported', 'ignored-table', saying('The table is left out, as the mapping says'), { cell });
}

const kindNames: Readonly<Record<TableKind, Saying>> = {
  risk: saying('risks'),
  plan: saying('treatments'),
  soa: saying('controls'),
  asset: saying('assets'),
  supplier: saying('suppliers'),
  person: saying('people'),
};

/** What is said of a column that no heading tells. */
const guesses = {
  likeness: later('“{0}” is taken for {1} by its likeness to known headings'),
  content: later('“{0}” is taken for {1} by what it holds'),
  place: later('“{0}” is taken for {1} by its place'),
};

/** What nobody spoke for. */
export function accountForRest(recognised: readonly Recognised[], asides: readonly Aside[], ledger: Ledger): void {
  const all = recognised.flatMap(each => each.facts);
  const isSaid = (name: FoundFact['name'], { text: said }: SourceCell): boolean =>
    all.some(other => other.name === name && other.value.text === said && ledger.isSpokenFor(other.value));
  for (const { grid, facts } of recognised) {
    for (const { name, label, value } of facts) {
      if (ledger.isSpokenFor(value)) ledger.read(label, label.text, saying('what its value is'));
      else if (isSaid(name, value) || (name === 'computed' && grid.sheet === 'Cover' && isCount(label, value)))
        for (const cell of [label, value])
          ledger.remark('understood', 'summary', saying('It follows from what is written, or stands there already'), {
            cell,
          });
      else ledger.remark('not imported', 'fact', saying('“{0}” is not written', label.text), { cell: value });
    }
    for (const row of grid.rows) tellOther(row, ledger);
    for (const cell of cellsOf(grid))
      if (!ledger.isSpokenFor(cell))
        ledger.remark('not imported', 'outside-tables', saying('It stands in no table that was recognised'), { cell });
  }
  for (const { place, text: said, what } of asides) {
    const [category, message] = asideMessages[what];
    ledger.remark(category, what.replaceAll(' ', '-'), message, { place, text: said });
  }
}

/** What looks like the headings of a register of something else, and was not taken for a table. */
function tellOther(row: GridRow, ledger: Ledger): void {
  const cells = distinctCells(row);
  const what = cells.length > 2 ? otherRegister(cells.map(({ text }) => text)) : undefined;
  const [first] = cells;
  if (what === undefined || !first || cells.some(cell => ledger.isSpokenFor(cell))) return;
  ledger.remark(
    'not imported',
    'other-register',
    saying(
      'It looks like a table of {0}, which is not imported. Say "kind" in the mapping if it is another',
      saying(what),
    ),
    { cell: first },
  );
}

/** The counts on the covers of our own workbooks, and the day as of which they were made. */
const isCount = (label: SourceCell, value: SourceCell): boolean => value.kind === 'number' || label.text === 'As of';

const asideMessages: Readonly<Record<Aside['what'], readonly [Remark['category'], Saying]>> = {
  comment: ['not imported', saying('A comment on the cell is not imported')],
  'text box': ['not imported', saying('A text box is not imported')],
  prose: ['not imported', saying('Text outside of tables is not imported')],
  characters: ['changed', saying('Check the characters that are no ASCII')],
  mark: [
    'not understood',
    saying('A raised number behind it is that of a footnote, and left out: see what the footnote says of it'),
  ],
  'struck out': ['not imported', saying('It is struck out, so it is not read')],
  hidden: ['understood', saying('Hidden, and read all the same')],
  formula: [
    'not understood',
    saying('The formula has no value in the file: open it in a spreadsheet program and save it, then import again'),
  ],
};

/** Beyond this many cells it is trusted that what is said to be written is. */
const mostVerified = 20_000;

/** What was said to stand in the output as it is, and does not. */
export function verifyWritten(recognised: readonly Recognised[], files: readonly OutputFile[], ledger: Ledger): void {
  const cells = recognised.flatMap(({ grid }) => cellsOf(grid)).filter(cell => ledger.isOnlyWritten(cell));
  if (cells.length > mostVerified) return;
  const written = files.map(({ text: all }) => unescaped(all)).join('\n');
  for (const cell of cells)
    if (!written.includes(oneLine(cell.text)))
      ledger.remark(
        'changed',
        'in-other-words',
        saying('It is written in another form, or what it says stands elsewhere'),
        {
          cell,
        },
      );
}

/** The texts of the language as they are read, with single blanks. */
const unescaped = (all: string): string =>
  oneLine(all.replace(/\\(.)/g, (_, character: string) => (/[nt]/.test(character) ? ' ' : character)));
