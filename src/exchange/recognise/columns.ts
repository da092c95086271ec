/** What each column of a table is, by its headings, then by what it holds and where it stands. */
import { recogniseControlId } from '../../catalogues/control-ids.ts';
import { controlsByTitle } from '../../catalogues/control-titles.ts';
import { columnLetters, type GridRow, type SourceCell } from '../cells.ts';
import { wordOf } from '../values/words.ts';
import { distinctCells } from './blocks.ts';
import type { Column } from './column.ts';
import { type HeadingMatch, matchHeading, phaseOf, type TableKind } from './headings.ts';
import { mappedField, noMapping, type TableMapping } from './mapping.ts';
import { comparable } from './normalise.ts';
import { besideOthers, controlColumn, controlLikeness, idLikeness, rowNumbers, scoresCalledRisk } from './together.ts';

const longestHeading = 120;

/** The columns below these lines of headings, with what their headings mean for the kind. */
export function columnsOf(
  rows: readonly GridRow[],
  headRows: readonly number[],
  kind: TableKind,
  mapping: TableMapping | undefined,
  body: readonly GridRow[] = [],
): Column[] {
  const lower = rows[headRows.at(-1) ?? 0] ?? [];
  const isDouble = headRows.length === 2;
  const upper = rows[isDouble ? (headRows[0] as number) : (headRows[0] as number) - 1] ?? [];
  const groups = isDouble ? filledRight(upper, lower) : groupLabels(upper, lower);
  const width = Math.max(lower.length, upper.length, ...body.map(row => row.length), 0);
  const columns: Column[] = [];
  for (let index = 0; index < width; index++) {
    const own = lower[index] ?? (isDouble ? upper[index] : undefined);
    const above = own === lower[index] && groups[index] !== own ? groups[index] : undefined;
    if (!own && !body.some(row => row[index])) continue;
    const heading = own ? [above?.text, own.text].filter(Boolean).join(' / ') : `Column ${columnLetters(index)}`;
    const cells = [...new Set([above, own])].filter((cell): cell is SourceCell => cell !== undefined);
    const mapped = mappedField(mapping, own?.text ?? '', columnLetters(index)) ?? mappedField(mapping, heading, '');
    if (mapped !== undefined) {
      columns.push({ index, heading, cells, field: mapped, by: 'mapping' });
      continue;
    }
    const match = own && own.text.length <= longestHeading ? matchHeading(kind, own.text, above?.text) : undefined;
    columns.push({ index, heading, cells, ...known(match) });
  }
  return besideOthers(columns, kind);
}

const known = (match: HeadingMatch | undefined): Pick<Column, 'field' | 'by'> =>
  match ? { field: match.field, by: match.by === 'likeness' ? 'likeness' : 'heading' } : { by: 'nothing' };

/** Labels over several columns: of a row above that is no title of the whole table. */
function groupLabels(upper: GridRow, lower: GridRow): GridRow {
  const distinct = distinctCells(upper);
  if (distinct.length === 0) return [];
  const [only] = distinct;
  const covered = upper.filter((cell, x) => cell === only && lower[x]).length;
  if (distinct.length === 1 && covered >= lower.filter(Boolean).length - 1) return [];
  return upper.map(cell => (cell && phaseOf(cell.text).phase ? cell : undefined));
}

/** A label counts for the columns to its right that have none, as far as there are headings below. */
function filledRight(upper: GridRow, lower: GridRow): GridRow {
  const filled: (SourceCell | undefined)[] = [];
  let last: SourceCell | undefined;
  for (let x = 0; x < lower.length; x++) {
    if (upper[x]) last = upper[x];
    else if (!lower[x]) last = undefined;
    filled[x] = last;
  }
  return filled;
}

/** Where several columns claim a field, or a heading says too little: contents and places decide. */
export function settleColumns(columns: readonly Column[], kind: TableKind, body: readonly GridRow[]): Column[] {
  const settled = [...columns];
  // A line that is merged over all columns is none of their texts.
  const rows = columns.length > 1 ? body.filter(row => distinctCells(row).length > 1) : body;
  const texts = ({ index }: Column): string[] => rows.flatMap(row => row[index]?.text ?? []).slice(0, 60);
  const claims = (field: string): Column[] => settled.filter(column => column.field === field);
  const set = (column: Column, field: string | undefined, by: Column['by']): void => {
    const { field: _, ...rest } = column;
    settled[settled.indexOf(column)] = field === undefined ? { ...rest, by: 'nothing' } : { ...rest, field, by };
  };
  if (kind === 'risk') for (const column of scoresCalledRisk(settled, texts)) set(column, 'score', 'content');
  for (const column of rowNumbers(settled, kind, texts)) {
    const { field: _, ...rest } = column;
    settled[settled.indexOf(column)] = { ...rest, by: 'nothing', isRowNumber: true };
  }
  // “ID” and “Risk”: the one with short texts without blanks is the id, the other the title.
  const ids = claims('id').filter(({ by }) => by !== 'mapping');
  const controlIds = kind === 'soa' ? controlColumn(settled, texts) : undefined;
  if (controlIds && ids.length && !ids.includes(controlIds)) {
    for (const other of ids) set(other, claims('title').length ? undefined : 'title', 'content');
    set(controlIds, 'id', 'content');
  } else if (ids.length > 1) {
    const likeness = kind === 'soa' ? controlLikeness : idLikeness;
    const [best] = [...ids].sort((a, b) => likeness(texts(b)) - likeness(texts(a)));
    for (const other of ids) if (other !== best) set(other, claims('title').length ? undefined : 'title', 'content');
  } else if (
    ids.length === 1 &&
    !claims('title').length &&
    idLikeness(texts(ids[0] as Column)) < 0.3 &&
    texts(ids[0] as Column).length
  ) {
    if (kind !== 'soa') set(ids[0] as Column, 'title', 'content');
  }
  // German calls both the entry and its id by the same word: “Risiko”, “Maßnahme”.
  const titles = claims('title').filter(({ by }) => by !== 'mapping');
  const named = titles.find(column => idLikeness(texts(column)) > 0.9);
  if (titles.length > 1 && named && !claims('id').length) set(named, 'id', 'content');
  // And it has one word for controls and for what is done: what begins with ids of Annex A is controls.
  const [measures] = claims('action').filter(({ by }) => by !== 'mapping');
  if (measures && !claims('controls').length && beginWithIds(texts(measures))) set(measures, 'controls', 'content');
  const [, ...moreTitles] = claims('title').filter(({ by }) => by !== 'mapping');
  const second = { risk: 'scenario', asset: 'description', supplier: 'description' } as Partial<
    Record<TableKind, string>
  >;
  for (const column of moreTitles) {
    const next = second[kind];
    set(column, next !== undefined && !claims(next).length ? next : undefined, 'place');
  }
  if (kind === 'risk') settlePhases(settled, set);
  for (const column of [...settled]) {
    if (column.field === undefined || column.by === 'mapping' || column.field === 'notes') continue;
    const [first] = claims(column.field);
    if (first && first !== column && !severalAllowed.has(column.field)) set(column, undefined, 'nothing');
  }
  for (const column of [...settled])
    if (column.field === undefined && !column.isRowNumber) byContent(column, kind, texts(column), claims, set);
  return settled;
}

/** Fields that several columns may hold together. */
const severalAllowed = new Set([
  ...['controls', 'asset', 'threat', 'vulnerability', 'evidence', 'policies', 'risks'],
  ...['score', 'currentScore', 'residualScore'],
]);

/** Whether nearly all of these texts begin with the id of a control. */
const beginWithIds = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.filter(text => /^A\.\d+\.\d+\b/.test(text)).length > 0.8 * texts.length;

/** A second “Likelihood” to the right of the first is that after treatment; a status belongs to the action beside it. */
function settlePhases(
  settled: Column[],
  set: (column: Column, field: string | undefined, by: Column['by']) => void,
): void {
  for (const [base, later] of [
    ['likelihood', 'residualLikelihood'],
    ['impact', 'residualImpact'],
  ] as const) {
    const [, second, ...more] = settled.filter(({ field, by }) => field === base && by !== 'mapping');
    // “Impact (Reputation)” is another impact, not a later one.
    if (second && !more.length && !/[([]/.test(second.heading) && !settled.some(({ field }) => field === later))
      set(second, later, 'place');
  }
  const isBorder = ({ field }: Column): boolean => field === 'residualLikelihood' || field === 'treatment';
  const border = (settled.find(({ field }) => field === 'residualLikelihood') ?? settled.find(isBorder))?.index;
  const scores = settled.filter(({ field, by }) => field === 'score' && by !== 'mapping');
  if (
    border !== undefined &&
    scores.some(({ index }) => index < border) &&
    !settled.some(({ field }) => field === 'residualScore')
  )
    for (const score of scores) if (score.index > border) set(score, 'residualScore', 'place');
  const status = settled.find(
    ({ field, by, heading }) => field === 'actionStatus' && by === 'heading' && comparable(heading) === 'status',
  );
  if (status) {
    const before = settled[settled.indexOf(status) - 1]?.field;
    const isBeside =
      before !== undefined && ['action', 'actionOwner', 'due', 'completed', 'actionControls'].includes(before);
    set(status, isBeside ? 'actionStatus' : undefined, 'place');
  }
}

/** What a column without a known heading holds, where that is plain. */
function byContent(
  column: Column,
  kind: TableKind,
  texts: readonly string[],
  claims: (field: string) => Column[],
  set: (column: Column, field: string | undefined, by: Column['by']) => void,
): void {
  if (texts.length < 3) return;
  const share = (test: (text: string) => boolean): number => texts.filter(test).length / texts.length;
  const isFree = (field: string): boolean => !claims(field).length;
  if (kind === 'soa' && isFree('id') && share(text => recogniseControlId(text) !== undefined) > 0.8)
    set(column, 'id', 'content');
  else if (kind === 'soa' && isFree('title') && share(isControlTitle) > 0.6) set(column, 'title', 'content');
  else if (
    kind === 'risk' &&
    isFree('treatment') &&
    share(text => wordOf('treatment', text, noMapping) !== undefined) > 0.9
  )
    set(column, 'treatment', 'content');
  else if (kind === 'risk' && isFree('controls') && share(isControlList) > 0.8) set(column, 'controls', 'content');
  else if (kind === 'person' && isFree('email') && share(text => /^[^@\s]+@[^@\s]+$/.test(text)) > 0.8)
    set(column, 'email', 'content');
  else if (kind !== 'soa' && kind !== 'person' && isFree('id') && column.index === 0 && idLikeness(texts) > 0.9)
    set(column, 'id', 'content');
}

const isControlTitle = (text: string): boolean => {
  const { controls2022, controls2013 } = controlsByTitle(text);
  return controls2022.length + controls2013.length > 0;
};

const isControlList = (text: string): boolean =>
  text.split(/[,;\n]/).every(part => /^A\.?\s?\d/i.test(part.trim()) && recogniseControlId(part) !== undefined);
