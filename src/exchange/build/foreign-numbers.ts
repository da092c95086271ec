/** Bare numbers that are no controls of Annex A: clauses of the standard, and the numbers of other catalogues. */
import { type Clause, findClause } from '../../catalogues/clauses.ts';
import { recogniseControlId } from '../../catalogues/control-ids.ts';
import { saying } from '../../wording/wording.ts';
import { parseCellName } from '../cells.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { besideOf } from './control-titles.ts';
import type { Entity, FieldCell } from './entity.ts';
import { idIn } from './id-cell.ts';
import type { Register } from './register.ts';

/** A row with a number without its `A`, and what stands beside it. */
interface Numbered {
  readonly number: string;
  readonly title: string;
}

function numberedBy(entity: Entity): Numbered | undefined {
  const found = idIn(entity);
  if (!found || !/^\d{1,2}(?:\.\d{1,2}){1,2}$/.test(found.text)) return undefined;
  const title = found.behind || titleCellOf(entity)?.cell.text;
  return title === undefined || title === found.entry.cell.text ? undefined : { number: found.text, title };
}

/** The title of a row, also where its heading is not known and stands behind that of the id. */
export function titleCellOf({ fields, notes, table }: Entity): FieldCell | undefined {
  const [title] = fields.get('title') ?? [];
  if (title) return title;
  const at = table.columns.findIndex(({ field }) => field === 'id');
  const next = at < 0 ? undefined : table.columns[at + 1];
  return next && next.field === undefined
    ? notes.find(({ cell }) => parseCellName(cell.place.cell)?.column === next.index)
    : undefined;
}

/** The clause that a row is about: its number, with its title or one that is like it, which is not that of the control. */
export function clauseOf(entity: Entity): Clause | undefined {
  const row = numberedBy(entity);
  const clause = row && findClause(row.number);
  return clause && isLike(row.title, clause.title) && !isOfAnnex(row) ? clause : undefined;
}

/** Whether the title is that of the control with the number, or like it. */
function isOfAnnex({ number, title }: Numbered): boolean {
  const known = recogniseControlId(number);
  if (!known) return false;
  const control = known.edition === '2022' ? known.control : known.superseded;
  if ('kind' in control && control.kind !== 'control') return isLike(title, control.title);
  return besideOf(control as Parameters<typeof besideOf>[0], title).is !== 'free' || isLike(title, control.title);
}

/** Whether most of the telling words of the shorter title stand in the other. */
function isLike(one: string, other: string): boolean {
  const [few = [], many = []] = [one, other].map(tellingWords).sort((a, b) => a.length - b.length);
  const shared = few.filter(word => many.includes(word)).length;
  return few.length > 0 && 2 * shared > few.length;
}

const tellingWords = (title: string): string[] =>
  comparableWhole(title)
    .split(' ')
    .filter(word => word.length > 3 && word !== 'information' && word !== 'security');

/** Whether a number stands beside a title of something else. */
export function isBareAndForeign(entity: Entity): boolean {
  const row = numberedBy(entity);
  return row !== undefined && !isOfAnnex(row);
}

/** Of titles in other languages nobody knows whether they are those of Annex A. */
const isEnglish = (title: string): boolean => /\b(?:and|of|for|to|the|from|with|against|by|use)\b/i.test(title);

/** Tables of another catalogue: most of their bare numbers have titles of something else, and these are English, or numbers that no edition has. */
export function foreignTables(rows: readonly Entity[]): ReadonlySet<Entity['table']> {
  const counts = new Map<Entity['table'], { own: number; foreign: number; beyond: number; english: number }>();
  for (const entity of rows) {
    const row = numberedBy(entity);
    if (!row || clauseOf(entity)) continue;
    const count = counts.get(entity.table) ?? { own: 0, foreign: 0, beyond: 0, english: 0 };
    counts.set(entity.table, count);
    if (isOfAnnex(row)) count.own++;
    else count.foreign++;
    if (!recogniseControlId(row.number)) count.beyond++;
    if (isEnglish(row.title)) count.english++;
  }
  return new Set(
    [...counts]
      .filter(
        ([, { own, foreign, beyond, english }]) => foreign > own && (4 * beyond >= foreign || 3 * english >= foreign),
      )
      .map(([table]) => table),
  );
}

/** A clause is no control: nothing is applied by it. */
export function skipClause(entity: Entity, clause: Clause, { ledger }: Register): void {
  for (const { cell } of [...entity.fields.values(), entity.notes].flat())
    ledger.remark(
      'not imported',
      'clause',
      saying('The row is about clause {0} of the standard, which is no control', clause.id),
      { cell },
    );
}
