/** Which control a row of a Statement of Applicability speaks of. Ids of 2013 become those of 2022, with an account of merges and splits. */

import { annexA, compareControlIds, findControl } from '../../catalogues/annex-a.ts';
import { find2013 } from '../../catalogues/annex-a-2013.ts';
import { recogniseControlId, withAnnexPrefix } from '../../catalogues/control-ids.ts';
import { controlsByTitle } from '../../catalogues/control-titles.ts';
import { listSaying, saying } from '../../wording/wording.ts';
import { shortenedId } from '../values/control-refs.ts';
import { idName, isName, titleName } from '../values/names.ts';
import { type Contribution, withoutRepeated } from './control-rows.ts';
import { readTitles } from './control-titles.ts';
import { type Entity, type FieldCell, firstText, placeOf } from './entity.ts';
import { clauseOf, foreignTables, isBareAndForeign, skipClause, titleCellOf } from './foreign-numbers.ts';
import { idIn, idText } from './id-cell.ts';
import type { Draft, Register } from './register.ts';

export interface DeclaredControl {
  readonly draft: Draft;
  readonly contributions: readonly Contribution[];
  decision?: string;
}

/** Fields that make a row a decision; without one of them a heading of a group is only that. */
const deciding = [
  'applicable',
  'justification',
  'inclusion',
  'exclusion',
  'status',
  'implementation',
  'owner',
  'evidence',
  'policies',
  'risks',
  'reasons',
];

/** Declares the entries, so that risks can name own controls. */
export function declareControls(entities: readonly Entity[], register: Register): DeclaredControl[] {
  const rows = entities.filter(({ kind }) => kind === 'soa');
  const foreign = foreignTables(rows);
  const former = formerTables(rows.filter(({ table }) => !foreign.has(table)));
  const found = new Map<string, { contributions: Contribution[]; title?: string }>();
  const add = (id: string, contribution: Contribution, title?: string): void => {
    const entry = found.get(id) ?? { contributions: [], ...(title !== undefined && { title }) };
    const [other] = contribution.entity.fields.get('title') ?? [];
    if (title !== undefined && entry.title !== title && other)
      register.ledger.remark(
        'contradiction',
        'other-title',
        saying('{0} has another title in another row, which counts', id),
        {
          cell: other.cell,
          about: `control ${id}`,
        },
      );
    entry.contributions.push(contribution);
    found.set(id, entry);
  };
  for (const entity of rows) {
    const clause = clauseOf(entity);
    if (clause) skipClause(entity, clause, register);
    else if (foreign.has(entity.table) && isBareAndForeign(entity)) foreignControl(entity, add, register);
    else identify(entity, former.has(entity.table), add, register);
  }
  reportNew(
    rows.some(({ table }) => former.has(table)),
    found,
    register,
  );
  return [...found]
    .sort(([a], [b]) => compareControlIds(a, b))
    .map(([id, { contributions, title }]) => {
      const draft = register.declare('control', id, title);
      register.learn('control', id, draft.name);
      if (title !== undefined) register.learn('control', title, draft.name);
      for (const { entity } of contributions) register.learn('control', firstText(entity, 'id'), draft.name);
      reportMerge(id, contributions, register);
      return { draft, contributions: withoutRepeated(id, contributions, register) };
    });
}

/** Tables most of whose ids are those of 2013, where `A.6.2` is a heading and no control. */
function formerTables(rows: readonly Entity[]): ReadonlySet<Entity['table']> {
  const counts = new Map<Entity['table'], { former: number; all: number }>();
  for (const entity of rows) {
    const number = withAnnexPrefix(idText(entity) ?? '');
    const count = counts.get(entity.table) ?? { former: 0, all: 0 };
    counts.set(entity.table, count);
    if (number === undefined || number.split('.').length < 3) continue;
    count.all++;
    if (find2013(number)?.kind === 'control') count.former++;
  }
  return new Set(
    [...counts].filter(([, { former, all }]) => former > 0 && former >= 0.3 * all).map(([table]) => table),
  );
}

type Add = (id: string, contribution: Contribution, title?: string) => void;

function identify(entity: Entity, isFormer: boolean, add: Add, register: Register): void {
  const { ledger } = register;
  const [id] = entity.fields.get('id') ?? [];
  const [titleCell] = entity.fields.get('title') ?? [];
  const found = idIn(entity);
  const written = found?.text;
  const title = titleCell?.cell.text;
  const number = written === undefined ? undefined : withAnnexPrefix(written);
  const isDecided = deciding.some(field => entity.fields.has(field));
  if (
    number !== undefined &&
    (number.split('.').length < 3
      ? isFormer || (number.split('.').length === 2 && !recogniseControlId(written ?? ''))
      : find2013(number)?.kind !== 'control') &&
    !findBy2022(number, isFormer)
  ) {
    skipHeading(entity, isDecided, register);
    return;
  }
  const known = written === undefined ? undefined : recogniseControlId(written);
  if (found && known?.edition === '2013' && known.superseded.kind === 'control') {
    const names = known.superseded.successors.map(successor => successor.id);
    if (id)
      ledger.remark(
        'changed',
        'edition-2013',
        saying('Control {0} of the 2013 edition is {1} of the 2022 edition', known.superseded.id, listSaying(names)),
        { cell: id.cell, about: `control ${names.join(' and ')}` },
      );
    const row = readTitles(
      entity,
      found,
      known.superseded,
      saying('a title of the 2013 edition, now {0}', listSaying(names)),
      register,
    );
    for (const successor of known.superseded.successors) add(successor.id, { entity: row, former: known.superseded });
    return;
  }
  if (known?.edition === '2013') {
    skipHeading(entity, isDecided, register);
    return;
  }
  if (found && known) {
    const longer = id && shortenedId(known.id, title);
    if (id && longer)
      ledger.remark(
        'changed',
        'shortened-id',
        saying('A spreadsheet made {0} of {1}: the title is that of {2}', id.cell.text, longer.slice(2), longer),
        { cell: id.cell, about: `control ${longer}` },
      );
    else if (id && id.cell.text !== known.id) ledger.read(id.cell, id.heading, known.id, `control ${known.id}`);
    else if (id) ledger.written(id.cell);
    const control = (longer && findControl(longer)) || known.control;
    add(control.id, {
      entity: readTitles(entity, found, control, saying('the title that the catalogue has'), register),
    });
    return;
  }
  const byTitle = title === undefined ? undefined : controlsByTitle(title);
  const [control, ...others] = byTitle?.controls2022 ?? [];
  if (control && !others.length) {
    ledger.remark('guessed', 'by-title', saying('The control is told by its title: {0}', control.id), {
      cell: (id ?? titleCell)?.cell,
      about: `control ${control.id}`,
    });
    if (titleCell && !ledger.isSpokenFor(titleCell.cell))
      ledger.read(titleCell.cell, titleCell.heading, saying('the title of {0}', control.id));
    add(control.id, { entity });
    return;
  }
  ownControl(entity, id, titleCell, isDecided, add, register);
}

const findBy2022 = (number: string, isFormer: boolean): boolean => !isFormer && annexA.some(({ id }) => id === number);

/** A row of another catalogue, whose numbers are no controls of Annex A. */
function foreignControl(entity: Entity, add: Add, register: Register): void {
  const [id] = entity.fields.get('id') ?? [];
  const title = titleCellOf(entity);
  const isDecided = deciding.some(field => entity.fields.has(field));
  const row = { ...entity, notes: entity.notes.filter(entry => entry !== title) };
  ownControl(row, id, title, isDecided, add, register);
}

/** The heading of an objective or a theme. */
function skipHeading(entity: Entity, isDecided: boolean, { ledger }: Register): void {
  for (const { cell } of [...entity.fields.values(), entity.notes].flat())
    if (isDecided && !['id', 'title'].some(field => entity.fields.get(field)?.some(entry => entry.cell === cell)))
      ledger.remark(
        'not understood',
        'heading-decided',
        saying(
          'The row is the heading of a group of controls, of which nothing can be decided; say it of its controls',
        ),
        { cell },
      );
    else ledger.remark('understood', 'group-heading', saying('The heading of a group of controls'), { cell });
}

/** A control beyond Annex A. */
function ownControl(
  entity: Entity,
  id: FieldCell | undefined,
  title: FieldCell | undefined,
  isDecided: boolean,
  add: Add,
  register: Register,
): void {
  const { ledger } = register;
  if (!isDecided && (!id || !title)) {
    for (const { cell } of [...entity.fields.values(), entity.notes].flat())
      ledger.remark('not imported', 'no-control', saying('The row names no control and decides nothing'), { cell });
    return;
  }
  const written = id?.cell.text ?? title?.cell.text ?? '';
  const name = id ? idName(written, 'OWN') : titleName(written, 'Control');
  const called = title?.cell.text ?? (id && !isName(written) ? written : undefined);
  for (const entry of [id, title]) if (entry) ledger.written(entry.cell);
  if (id && name !== written)
    ledger.remark(
      'changed',
      'id-changed',
      saying('The id is written without what no name has (blanks, signs, leading digits)'),
      { cell: id.cell, about: `control ${name}` },
    );
  ledger.remark('guessed', 'own-control', saying('{0} is no control of Annex A: taken for one of your own', name), {
    place: placeOf(entity),
    text: written,
    about: `control ${name}`,
  });
  add(name, { entity }, called ?? written);
}

function reportMerge(id: string, contributions: readonly Contribution[], { ledger }: Register): void {
  const former = contributions.flatMap(each => each.former?.id ?? []);
  if (former.length > 1)
    ledger.remark('changed', 'merged', saying('{0} of the 2013 edition were merged into {1}', former.join(', '), id), {
      about: `control ${id}`,
    });
  for (const { entity, former: own } of contributions)
    if (own && own.successors.length > 1)
      ledger.remark(
        'changed',
        'split',
        saying(
          '{0} of the 2013 edition was split into {1}: what it says stands at each',
          own.id,
          listSaying(own.successors.map(each => each.id)),
        ),
        {
          place: placeOf(entity),
          about: `control ${id}`,
        },
      );
}

function reportNew(isFormer: boolean, found: ReadonlyMap<string, unknown>, { ledger }: Register): void {
  if (!isFormer) return;
  const missing = annexA.filter(({ id, isNew }) => isNew && !found.has(id)).map(({ id, title }) => `${id} ${title}`);
  if (missing.length)
    ledger.remark(
      'incomplete',
      'new-controls',
      saying(
        'New in the 2022 edition, so that the register says nothing of them; decide on them: {0}',
        missing.join('; '),
      ),
    );
}
