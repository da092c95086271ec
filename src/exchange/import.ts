/** Imports registers: files in, declarations and an account of every cell out. Pure: neither the file system nor the clock is asked. */

import { oneLine } from '../syntax/text/one-line.ts';
import { approvers } from './build/acceptance.ts';
import { reportExcludedInUse, writeControl } from './build/controls.ts';
import { gather } from './build/entities.ts';
import { declareControls } from './build/identify-controls.ts';
import { declareItems, declarePeople, writeAsset, writeSupplier } from './build/inventory.ts';
import { Libraries } from './build/library.ts';
import { buildMethod } from './build/method.ts';
import { methodDeclaration } from './build/method-declaration.ts';
import { Register } from './build/register.ts';
import { type DeclaredRisk, declareRisks, writeRisk } from './build/risks.ts';
import { type Aside, columnLetters, type Grid, type ReadFile, type SourceCell } from './cells.ts';
import { Ledger, type Remark } from './ledger.ts';
import type { Library } from './library.ts';
import { blocksOf } from './recognise/blocks.ts';
import { cardsOf } from './recognise/cards.ts';
import { type FoundFact, factsOf } from './recognise/facts.ts';
import type { TableKind } from './recognise/headings.ts';
import { type FoundLookup, type Lookup, lookupOf } from './recognise/lookups.ts';
import { type Mapping, mappingOf, noMapping } from './recognise/mapping.ts';
import { isSummary } from './recognise/summaries.ts';
import { type Table, tablesOf } from './recognise/tables.ts';
import { titleName } from './values/names.ts';
import { withTicks } from './values/signs.ts';
import { type Declaration, type Entry, line, words } from './write/declaration.ts';
import { type OutputFile, outputFiles, writtenKeywords } from './write/files.ts';

export interface ImportOptions {
  readonly mapping?: Mapping;
  /** Whether the folder belongs to an ISMS already, so that no `isms` block is written. */
  readonly isInIsms?: boolean;
}

export interface ColumnReport {
  readonly letters: string;
  readonly heading: string;
  /** The field of the language; absent for what is kept in notes. */
  readonly field?: string;
  readonly by: string;
}

/** What a table was taken for. */
export interface TableReport {
  readonly file: string;
  readonly sheet: string;
  readonly kind: TableKind;
  /** Rows below the headings that were read as records. */
  readonly records: number;
  /** The rows of the headings, from 1; none for a card. */
  readonly headRows: readonly number[];
  readonly columns: readonly ColumnReport[];
}

export interface ImportResult {
  readonly files: readonly OutputFile[];
  /** What the files hold, in the order of what was read. */
  readonly declarations: readonly Declaration[];
  readonly tables: readonly TableReport[];
  readonly libraries: readonly Library[];
  /** In the order of files, sheets and cells. */
  readonly remarks: readonly Remark[];
  /** How many of each kind were declared. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many filled cells were read. */
  readonly cells: number;
}

/** What a grid holds. */
interface Recognised {
  readonly grid: Grid;
  readonly tables: readonly Table[];
  readonly lookups: readonly FoundLookup[];
  readonly facts: readonly FoundFact[];
}

/** Makes declarations of what was read. */
export function importTables(
  read: readonly ReadFile[],
  { mapping = noMapping, isInIsms = false }: ImportOptions = {},
): ImportResult {
  const ledger = new Ledger();
  const register = new Register(ledger, mapping);
  const recognised = read.flatMap(({ grids }) => grids.map(grid => recognise(withTicks(grid), mapping)));
  const tables = recognised.flatMap(each => each.tables);
  for (const each of recognised) accountForForm(each, mapping, ledger);
  const lookups = uniqueLookups(recognised, ledger);
  const facts = recognised.flatMap(each => each.facts);
  const libraries = new Libraries(
    read.flatMap(({ library }) => library ?? []),
    register,
  );
  libraries.declareThreats();
  const entities = gather(tables, mapping, ledger);
  const method = libraries.levelled(buildMethod(entities, [...lookups, ...libraries.scales(lookups)], mapping, ledger));
  declarePeople(entities, register);
  const suppliers = declareItems(entities, 'supplier', register);
  const assets = declareItems(entities, 'asset', register);
  const controls = declareControls(entities, register);
  const risks = declareRisks(entities, register);
  for (const item of suppliers) writeSupplier(item, register);
  for (const item of assets) writeAsset(item, method, register);
  for (const risk of risks) writeRisk(risk, method, register);
  const namedByRisks = controlsOfRisks(risks);
  for (const control of controls) writeControl(control, namedByRisks, register);
  reportExcludedInUse(controls, namedByRisks, register);
  const appetite = facts.find(({ name }) => name === 'appetite');
  libraries.declareRest();
  const methodFound = libraries.described(methodDeclaration(method, appetite, ledger));
  libraries.tellRest();
  const isms = isInIsms ? undefined : ismsDeclaration(facts, register);
  const declarations = [isms, methodFound, ...register.declarations()].filter(
    (each): each is Declaration => each !== undefined,
  );
  accountForRest(
    recognised,
    read.flatMap(({ asides }) => asides),
    ledger,
  );
  const sources = read.map(({ file }) => file);
  const files = declarations.length > (isms ? 1 : 0) ? outputFiles(declarations, sources) : [];
  verifyWritten(recognised, files, ledger);
  return {
    files,
    declarations,
    tables: tables.map(tableReport),
    remarks: ordered(
      ledger.remarks,
      read.map(({ file }) => file),
    ),
    counts: countsOf(declarations),
    libraries: read.flatMap(({ library }) => library ?? []),
    cells: new Set(recognised.flatMap(({ grid }) => cellsOf(grid))).size,
  };
}

const cellsOf = ({ rows, caption }: Grid): SourceCell[] => [
  ...new Set([...(caption ? [caption] : []), ...rows.flat().filter((cell): cell is SourceCell => cell !== undefined)]),
];

function recognise(grid: Grid, mapping: Mapping): Recognised {
  if (isSummary(grid)) return { grid, tables: [], lookups: [], facts: [] };
  const own = mappingOf(mapping, grid);
  const taken = new Set<SourceCell>();
  const isTaken = (cell: SourceCell): boolean => taken.has(cell);
  const lookups = own?.kind === undefined ? blocksOf(grid).flatMap(block => lookupOf(grid, block) ?? []) : [];
  for (const { cells } of lookups) for (const cell of cells) taken.add(cell);
  const tables = tablesOf(grid, own, isTaken);
  for (const table of tables) takeTable(table, taken);
  const cards = cardsOf(grid, own, isTaken);
  for (const card of cards) takeTable(card, taken);
  const facts = factsOf(grid, isTaken);
  return { grid, tables: [...tables, ...cards], lookups, facts };
}

function takeTable({ columns, records, lines }: Table, taken: Set<SourceCell>): void {
  for (const { cells } of [...columns, ...lines]) for (const cell of cells) taken.add(cell);
  for (const { cells } of records) for (const { cell } of cells) taken.add(cell);
}

/** Headings, lines between rows, and how columns were understood. */
function accountForForm({ tables, grid }: Recognised, mapping: Mapping, ledger: Ledger): void {
  for (const { columns, lines, belowGaps, kind } of tables) {
    for (const { cells, heading, field, by } of columns) {
      for (const cell of cells) ledger.heading(cell);
      const [cell] = cells.slice(-1);
      if (by === 'mapping' || by === 'heading') continue;
      const guess = {
        likeness: 'by its likeness to known headings',
        content: 'by what it holds',
        place: 'by its place',
        nothing: '',
      }[by];
      if (field === undefined || by === 'nothing')
        ledger.remark(
          'not understood',
          'unknown-column',
          `“${heading}” is no heading that is known of a table of ${kindNames[kind]}; what it holds is kept in notes. Map it with --map if it has a place`,
          cell ? { place: cell.place } : {},
        );
      else if (field !== 'caption')
        ledger.remark(
          'guessed',
          'column',
          `“${heading}” is taken for ${field} ${guess}`,
          cell ? { place: cell.place } : {},
        );
    }
    for (const { place, text } of belowGaps)
      ledger.remark('guessed', 'below-gap', 'Below an empty row: taken for further rows of the table above', {
        place,
        text,
      });
    for (const { cells, what } of lines)
      for (const cell of cells)
        if (what === 'line')
          ledger.remark('not imported', 'line', 'A line between or below the rows of a table belongs to no row', {
            cell,
          });
        else ledger.remark('understood', 'repeated-headings', 'The headings are repeated', { cell });
  }
  if (grid.caption && tables.some(({ headRows }) => headRows.length))
    ledger.remark('understood', 'table-heading', 'The heading above the table', { cell: grid.caption });
  if (isSummary(grid))
    for (const cell of cellsOf(grid))
      ledger.remark('understood', 'summary', 'It counts what other sheets say', { cell });
  if (mappingOf(mapping, grid)?.kind === 'ignore')
    for (const cell of cellsOf(grid))
      ledger.remark('not imported', 'ignored-table', 'The table is left out, as the mapping says', { cell });
}

const kindNames: Readonly<Record<TableKind, string>> = {
  risk: 'risks',
  plan: 'treatments',
  soa: 'controls',
  asset: 'assets',
  supplier: 'suppliers',
  person: 'people',
};

/** One scale each; a second one that says something else is a contradiction. */
function uniqueLookups(recognised: readonly Recognised[], ledger: Ledger): Lookup[] {
  const found = new Map<string, Lookup>();
  for (const { lookups } of recognised)
    for (const { lookups: all, cells, unused } of lookups) {
      const keys = all.map(keyOf);
      const isAgain = keys.some(key => found.has(key));
      const isSame = all.every(
        lookup => JSON.stringify(shapeOf(found.get(keyOf(lookup)))) === JSON.stringify(shapeOf(lookup)),
      );
      for (const cell of cells) {
        if (isAgain && !isSame)
          ledger.remark(
            'contradiction',
            'second-scale',
            'A scale of the same name stands elsewhere too, and that one counts',
            { cell },
          );
        else if (unused.has(cell))
          ledger.remark(
            'not imported',
            'lookup-column',
            `The ${keys.join(' and ')} of the method have no place for it`,
            {
              cell,
            },
          );
        else ledger.remark('understood', 'lookup', `Read as ${keys.join(' and ')} of the method`, { cell });
      }
      if (!isAgain) for (const lookup of all) found.set(keyOf(lookup), lookup);
    }
  return [...found.values()];
}

const keyOf = (lookup: Lookup): string => (lookup.type === 'scale' ? `scale of ${lookup.of}` : lookup.type);

const shapeOf = (lookup: Lookup | undefined): unknown => {
  if (lookup?.type === 'scale') return lookup.steps.map(({ value, label }) => [value, label]);
  return lookup?.type === 'matrix'
    ? [lookup.likelihood, lookup.impact, lookup.levels.map(row => row.join())].flat().map(String)
    : lookup?.bands.map(({ label, from, to }) => [label, from, to]);
};

/** Which risks name a control. */
function controlsOfRisks(risks: readonly DeclaredRisk[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (entries: readonly Entry[], risk: string): void => {
    for (const entry of entries) {
      if ('block' in entry) visit(entry.block.entries, risk);
      else if ('words' in entry && entry.key === 'controls')
        for (const name of entry.words) found.set(name, (found.get(name) ?? new Set()).add(risk));
    }
  };
  for (const { draft } of risks)
    visit(
      draft.entries.filter(entry => !('block' in entry)),
      draft.name,
    );
  return found;
}

function ismsDeclaration(facts: readonly FoundFact[], register: Register): Declaration {
  const factOf = (name: FoundFact['name']): string | undefined => {
    const fact = facts.find(each => each.name === name);
    if (fact) register.ledger.written(fact.value);
    return fact?.value.text;
  };
  const title = factOf('isms');
  const organization = factOf('organization');
  const approved = facts.find(({ name }) => name === 'approved');
  return {
    keyword: 'isms',
    name: register.names.take(titleName(title ?? organization ?? 'Isms', 'Isms')),
    ...(title !== undefined && { title }),
    entries: [
      ...line('organization', organization),
      ...standard(facts, register),
      ...line('version', factOf('version')),
      ...approval(approved, register),
    ],
  };
}

/** The edition that the language knows; another one is not written. */
function standard(facts: readonly FoundFact[], register: Register): Entry[] {
  const fact = facts.find(({ name, value }) => name === 'standard' && /27001:2022/.test(value.text));
  if (!fact) return [];
  register.ledger.read(fact.value, fact.label.text, 'ISO27001-2022');
  return words('standard', 'ISO27001-2022');
}

/** `2026-03-26 by Chief executive officer until 2027-03-25`, as our own documents have it. */
function approval(fact: FoundFact | undefined, register: Register): Entry[] {
  if (!fact) return [];
  const match = /^(\d{4}-\d\d-\d\d)(?: by ([^\n]+?))?(?: until (\d{4}-\d\d-\d\d))?$/.exec(fact.value.text);
  if (!match) return [];
  const entry = { cell: { ...fact.value, text: match[2] ?? '' }, heading: fact.label.text };
  const by = match[2] === undefined ? [] : approvers(entry, register, 'isms');
  register.ledger.read(fact.value, fact.label.text, 'the approval of the Statement of Applicability');
  return words(
    'approved',
    [match[1], by.length ? `by ${by.join(', ')}` : '', match[3] ? `until ${match[3]}` : ''].filter(Boolean).join(' '),
  );
}

/** Beyond this many cells it is trusted that what is said to be written is. */
const mostVerified = 20_000;

/** What was said to stand in the output as it is, and does not. */
function verifyWritten(recognised: readonly Recognised[], files: readonly OutputFile[], ledger: Ledger): void {
  const cells = recognised.flatMap(({ grid }) => cellsOf(grid)).filter(cell => ledger.isOnlyWritten(cell));
  if (cells.length > mostVerified) return;
  const written = files.map(({ text: all }) => unescaped(all)).join('\n');
  for (const cell of cells)
    if (!written.includes(oneLine(cell.text)))
      ledger.remark('changed', 'in-other-words', 'It is written in another form, or what it says stands elsewhere', {
        cell,
      });
}

/** The texts of the language as they are read, with single blanks. */
const unescaped = (all: string): string =>
  oneLine(all.replace(/\\(.)/g, (_, character: string) => (/[nt]/.test(character) ? ' ' : character)));

/** What nobody spoke for. */
function accountForRest(recognised: readonly Recognised[], asides: readonly Aside[], ledger: Ledger): void {
  const all = recognised.flatMap(each => each.facts);
  const isSaid = (name: FoundFact['name'], { text: said }: SourceCell): boolean =>
    all.some(other => other.name === name && other.value.text === said && ledger.isSpokenFor(other.value));
  for (const { grid, facts } of recognised) {
    for (const { name, label, value } of facts) {
      if (ledger.isSpokenFor(value)) ledger.read(label, label.text, 'what its value is');
      else if (isSaid(name, value) || (name === 'computed' && grid.sheet === 'Cover' && isCount(label, value)))
        for (const cell of [label, value])
          ledger.remark('understood', 'summary', 'It follows from what is written, or stands there already', { cell });
      else ledger.remark('not imported', 'fact', `“${label.text}” is not written`, { cell: value });
    }
    for (const cell of cellsOf(grid))
      if (!ledger.isSpokenFor(cell))
        ledger.remark('not imported', 'outside-tables', 'It stands in no table that was recognised', { cell });
  }
  for (const { place, text: said, what } of asides) {
    const [category, message] = asideMessages[what];
    ledger.remark(category, what.replace(' ', '-'), message, { place, text: said });
  }
}

/** The counts on the covers of our own workbooks, and the day as of which they were made. */
const isCount = (label: SourceCell, value: SourceCell): boolean => value.kind === 'number' || label.text === 'As of';

const asideMessages: Readonly<Record<Aside['what'], readonly [Remark['category'], string]>> = {
  comment: ['not imported', 'A comment on the cell is not imported'],
  'text box': ['not imported', 'A text box is not imported'],
  prose: ['not imported', 'Text outside of tables is not imported'],
  characters: ['changed', 'Check the characters that are no ASCII'],
  hidden: ['understood', 'Hidden, and read all the same'],
  formula: [
    'not understood',
    'The formula has no value in the file: open it in a spreadsheet program and save it, then import again',
  ],
};

const tableReport = ({ grid, kind, records, headRows, columns }: Table): TableReport => ({
  file: grid.file,
  sheet: grid.sheet,
  kind,
  records: records.length,
  headRows: headRows.map(row => row + 1),
  columns: columns.map(({ index, heading, field, by }) => ({
    letters: index < 0 ? '' : columnLetters(index),
    heading,
    ...(field !== undefined && { field }),
    by,
  })),
});

/** By file in the order given, then sheet, row and column; what is about the whole import comes first. */
function ordered(remarks: readonly Remark[], files: readonly string[]): Remark[] {
  const sheets = [...new Set(remarks.map(({ place }) => `${place?.file}\n${place?.sheet}`))];
  const key = ({ place }: Remark): number[] => {
    if (!place) return [-1, 0, 0, 0];
    const match = /^([A-Z]*)(\d*)$/.exec(place.cell);
    const column = [...(match?.[1] ?? '')].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
    return [
      files.indexOf(place.file),
      sheets.indexOf(`${place.file}\n${place.sheet}`),
      Number(match?.[2] ?? 0),
      column,
    ];
  };
  return remarks
    .map(remark => ({ remark, key: key(remark) }))
    .sort((a, b) => a.key.map((part, index) => part - (b.key[index] ?? 0)).find(difference => difference !== 0) ?? 0)
    .map(({ remark }) => remark);
}

function countsOf(declarations: readonly Declaration[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const keyword of writtenKeywords) {
    const own = declarations.filter(each => each.keyword === keyword);
    if (own.length) counts.set(keyword, own.length);
    const actions = own.flatMap(({ entries }) =>
      entries.filter(entry => 'block' in entry && entry.block.keyword === 'action'),
    );
    if (actions.length) counts.set('action', actions.length);
  }
  return counts;
}
