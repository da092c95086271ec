/** Imports registers: files in, declarations and an account of every cell out. Pure: neither the file system nor the clock is asked. */

import { listSaying, type Saying, saying } from '../wording/wording.ts';
import { accountForForm, accountForRest, cellsOf, type Recognised, verifyWritten } from './account.ts';
import { reportExcludedInUse, writeControl } from './build/controls.ts';
import { gather } from './build/entities.ts';
import { declareControls } from './build/identify-controls.ts';
import { declareItems, declarePeople, writeAsset, writeSupplier } from './build/inventory.ts';
import { ismsDeclaration } from './build/isms-declaration.ts';
import { Libraries } from './build/library.ts';
import { buildMethod } from './build/method.ts';
import { methodDeclaration } from './build/method-declaration.ts';
import { Register } from './build/register.ts';
import { type DeclaredRisk, declareRisks, writeRisk } from './build/risks.ts';
import { columnLetters, type Grid, type ReadFile, type SourceCell } from './cells.ts';
import { Ledger, type Remark } from './ledger.ts';
import type { Library } from './library.ts';
import { blocksOf } from './recognise/blocks.ts';
import { cardsOf } from './recognise/cards.ts';
import { factsOf } from './recognise/facts.ts';
import type { TableKind } from './recognise/headings.ts';
import { type Lookup, lookupOf } from './recognise/lookups.ts';
import { type Mapping, mappingOf, noMapping } from './recognise/mapping.ts';
import { isSummary } from './recognise/summaries.ts';
import { type Table, tablesOf } from './recognise/tables.ts';
import { withTicks } from './values/signs.ts';
import type { Declaration, Entry } from './write/declaration.ts';
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

/** One scale each; a second one that says something else is a contradiction. */
function uniqueLookups(recognised: readonly Recognised[], ledger: Ledger): Lookup[] {
  const found = new Map<string, Lookup>();
  for (const { lookups, grid, tables } of recognised)
    for (const { lookups: all, cells, unused } of lookups) {
      const keys = all.map(keyOf);
      const named = listSaying(all.map(nameOf));
      const isAgain = keys.some(key => found.has(key));
      const isSame = all.every(
        lookup => JSON.stringify(shapeOf(found.get(keyOf(lookup)))) === JSON.stringify(shapeOf(lookup)),
      );
      for (const cell of cells) {
        if (isAgain && !isSame)
          ledger.remark(
            'contradiction',
            'second-scale',
            saying('A scale of the same name stands elsewhere too, and that one counts'),
            { cell },
          );
        else if (unused.has(cell))
          ledger.remark('not imported', 'lookup-column', saying('The {0} of the method have no place for it', named), {
            cell,
          });
        else if (speaksOfMethod(grid) || tables.length || all.some(({ type }) => type === 'matrix'))
          ledger.remark('understood', 'lookup', saying('Read as {0} of the method', named), { cell });
        else
          ledger.remark(
            'guessed',
            'lookup-guessed',
            saying('Taken for {0} of the method, though the name of its sheet does not speak of risks', named),
            { cell },
          );
      }
      if (!isAgain) for (const lookup of all) found.set(keyOf(lookup), lookup);
    }
  return [...found.values()];
}

/** Whether the name of a worksheet or a heading says that it is about how risks are assessed; what has no name says nothing else. */
const speaksOfMethod = ({ sheet, caption }: Grid): boolean =>
  sheet === '' ||
  /^table \d+$/.test(sheet) ||
  /risk|risi[ck]|method|scale|skal|matrix|likelihood|probab|wahrschein|impact|auswirk|schaden|severity|kriteri|criteri|level|stufe|score|scoring|bewert|rating/i.test(
    `${sheet} ${caption?.text ?? ''}`,
  );

const keyOf = (lookup: Lookup): string => (lookup.type === 'scale' ? `scale of ${lookup.of}` : lookup.type);

const nameOf = (lookup: Lookup): Saying =>
  lookup.type === 'scale'
    ? saying('scale of {0}', saying(lookup.of))
    : saying(lookup.type === 'matrix' ? 'matrix' : 'levels');

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
