/** Gathers what the rows of all tables say of one thing. */
import { saying } from '../../wording/wording.ts';
import type { SourceCell } from '../cells.ts';
import type { Ledger } from '../ledger.ts';
import { captionField } from '../recognise/cards.ts';
import type { DateOrder, Mapping } from '../recognise/mapping.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import type { Table, TableRecord } from '../recognise/tables.ts';
import { columnOrder } from '../values/dates.ts';
import { isInDoubt } from '../values/doubt.ts';
import { isPlaceholder, wordOf } from '../values/words.ts';
import { splitCaption } from './captions.ts';
import {
  type ActionDraft,
  add,
  type Entity,
  type FieldCell,
  firstText,
  nameOf,
  ownName,
  placeOf,
  rowOf,
} from './entity.ts';
import { differences, lists, merge } from './merge.ts';
import { type FindRisk, leaveOutToo, rowsOfRisks } from './plan-rows.ts';

const actionFields = new Set([
  'action',
  'actionId',
  'actionOwner',
  'actionControls',
  'due',
  'completed',
  'actionStatus',
]);

/** Fields in which `n/a`, `open` or `-` says something. */
const speaking = new Set([
  'applicable',
  'personalData',
  'actionStatus',
  'status',
  'accepted',
  'id',
  'title',
  'treatment',
  captionField,
]);

export function gather(tables: readonly Table[], mapping: Mapping, ledger: Ledger): Entity[] {
  const placing: Placing = { found: new Map(), titled: new Map(), all: [], mapping, ledger };
  for (const table of [...tables].sort((a, b) => order(a) - order(b))) {
    const orders = dateOrders(table);
    const parted = partedColumns(table);
    const rated = ratedColumns(table, mapping);
    let last: readonly Entity[] | undefined;
    for (const record of table.records) {
      const draft = draftOf(table, record, { orders, parted, rated }, ledger);
      if (!draft) continue;
      splitCaption(draft, ledger);
      const placed = placeRow(draft, last, placing);
      if (record.isBelowLine && placed === last && placed.length && !draft.fields.size)
        ledger.remark(
          'guessed',
          'continued-row',
          saying('The row has neither id nor title, and a line stands above it: taken for a part of {0}', {
            items: placed.map(nameOf),
            conjunction: 'none',
          }),
          { place: placeOf(draft) },
        );
      last = placed;
    }
  }
  return placing.all;
}

/** Registers come before the plans that add to them. */
const order = ({ kind }: Table): number => (kind === 'plan' ? 1 : 0);

function dateOrders({ columns, records }: Table): ReadonlyMap<number, DateOrder> {
  return new Map(
    columns.flatMap(({ index }) => {
      const texts = records.flatMap(({ cells }) =>
        cells.flatMap(({ column, cell }) => (column.index === index ? cell.text : [])),
      );
      const shown = columnOrder(texts);
      return shown ? [[index, shown] as const] : [];
    }),
  );
}

const partedColumns = ({ records }: Table): ReadonlySet<number> =>
  new Set(
    records.flatMap(({ cells }) => cells.flatMap(({ column, cell }) => (/[;\n]/.test(cell.text) ? column.index : []))),
  );

/** Where a risk has something else than marks in its columns of properties, numbers are ratings. */
function ratedColumns({ kind, records }: Table, mapping: Mapping): ReadonlySet<number> {
  const cells = records
    .flatMap(record => record.cells)
    .filter(({ column }) => kind === 'risk' && properties.has(column.field ?? ''));
  const isMarked = cells.every(({ cell }) => wordOf('yesNo', cell, mapping) ?? isPlaceholder(cell.text));
  return new Set(isMarked ? [] : cells.map(({ column }) => column.index));
}

const properties = new Set(['confidentiality', 'integrity', 'availability']);

/** How the columns of a table are filled in, by their index. */
interface Habits {
  readonly orders: ReadonlyMap<number, DateOrder>;
  readonly parted: ReadonlySet<number>;
  readonly rated: ReadonlySet<number>;
}

function draftOf(
  table: Table,
  { cells, row }: TableRecord,
  { orders, parted, rated }: Habits,
  ledger: Ledger,
): Entity | undefined {
  const { kind } = table;
  const draft: Entity = {
    kind: kind === 'plan' ? 'risk' : kind,
    fields: new Map(),
    notes: [],
    actions: [],
    open: new Map(),
    table,
    row: row + 1,
  };
  const action: ActionDraft = new Map();
  for (const { column, cell } of cells) {
    const { field, heading, index } = column;
    const dates = orders.get(index);
    const entry: FieldCell = {
      cell,
      heading,
      ...(dates && { order: dates }),
      ...(parted.has(index) && { isParted: true }),
      ...(rated.has(index) && { isRated: true }),
    };
    if (column.isRowNumber)
      ledger.remark('understood', 'row-number', saying('“{0}” only counts the rows, so it is not written', heading), {
        cell,
      });
    else if (field === 'ignore')
      ledger.remark('not imported', 'ignored-column', saying('“{0}” is left out, as the mapping says', heading), {
        cell,
      });
    else if (cell.kind === 'error')
      ledger.remark(
        'not understood',
        'cell-error',
        saying('“{0}” holds an error of the spreadsheet, so nothing is known', heading),
        { cell },
      );
    else if (saysNothing(field, cell.text) || (field === 'id' && kind !== 'plan' && isPlaceholder(cell.text)))
      ledger.remark(
        'incomplete',
        'placeholder',
        saying('“{0}” says that there is nothing yet, so nothing is written', heading),
        {
          cell,
        },
      );
    else if (field === undefined || field === 'notes') draft.notes.push(entry);
    else if (actionFields.has(field) && draft.kind === 'risk') action.set(field, entry);
    else add(draft.fields, field, entry);
  }
  draft.actions.push(...actionsOf(action, ledger));
  return draft.fields.size || draft.notes.length || draft.actions.length ? draft : undefined;
}

/** The actions of a row: one, or those that our risk register lists in a cell as `title, owner, due 2026-05-01, open; …`. */
function actionsOf(action: ActionDraft, ledger: Ledger): ActionDraft[] {
  if (!action.size) return [];
  const list = action.size === 1 ? action.get('action') : undefined;
  const listed = list && exportedActions(list.cell.text);
  if (!list || !listed) return [action];
  ledger.read(list.cell, list.heading, {
    items: listed.map(({ action: title = '' }) => saying('action “{0}”', title)),
    conjunction: 'none',
  });
  return listed.map(
    parts => new Map(Object.entries(parts).map(([field, text]) => [field, { ...list, cell: { ...list.cell, text } }])),
  );
}

/** `2025-11-20` for `20.11.2025`. */
const isoOf = (date: string): string => date.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1');

function exportedActions(text: string): Record<string, string>[] | undefined {
  const found: Record<string, string>[] = [];
  let waiting = '';
  // A title may hold a semicolon too.
  for (const part of text.split('; ')) {
    waiting = waiting === '' ? part : `${waiting}; ${part}`;
    const match = /^(\S.*), ([^,]+), (completed|due|erledigt am|fällig am) ([\d.-]{10})(?:, ([\p{L} ]+))?$/su.exec(
      waiting,
    );
    if (!match) continue;
    const [, title = '', owner = '', verb = '', date = '', status] = match;
    found.push({
      action: title,
      actionOwner: owner,
      [/^(?:completed|erledigt)/.test(verb) ? 'completed' : 'due']: isoOf(date),
      ...(status !== undefined && { actionStatus: status }),
    });
    waiting = '';
  }
  return waiting === '' && found.length ? found : undefined;
}

/** Whether a cell only says that there is nothing yet. Of what goes to the notes nobody knows what `open` means, so that it stays. */
function saysNothing(field: string | undefined, text: string): boolean {
  if (field === undefined || field === 'notes') return /^(?:-+|–|—|\?|n\/a|tbd|tbc|none|keine?)$/i.test(text);
  // Who is asked has not accepted.
  if (field === 'acceptedBy' && isInDoubt(text)) return false;
  return !speaking.has(field) && (isPlaceholder(text) || /^[\s,;.:/|…·–—-]+$/.test(text));
}

/** What was gathered so far. */
interface Placing {
  /** By kind and id, or title. */
  readonly found: Map<string, Entity[]>;
  /** Risks by title. */
  readonly titled: Map<string, Entity[]>;
  readonly all: Entity[];
  readonly mapping: Mapping;
  readonly ledger: Ledger;
}

/** Puts a row to what it is about, or among the entities; `last` is what the row above was about. */
function placeRow(draft: Entity, last: readonly Entity[] | undefined, placing: Placing): readonly Entity[] {
  const { mapping, ledger } = placing;
  const isPart =
    last && draft.kind !== 'person' && keyOf(draft) === undefined && !draft.fields.has('title') && continues(draft);
  if (isPart && !last.length) leaveOutToo(draft, ledger);
  if (isPart) {
    for (const one of last) continueRow(one, draft, mapping, ledger);
    return last;
  }
  const rows = draft.table.kind === 'plan' ? rowsOfRisks(draft, riskFinder(placing), ledger) : [draft];
  return rows.map(row => place(row, placing));
}

function continueRow(into: Entity, draft: Entity, mapping: Mapping, ledger: Ledger): void {
  for (const entry of entriesOf(draft))
    ledger.remark(
      'guessed',
      'continued-row',
      saying('The row has neither id nor title: taken for a part of {0}', nameOf(into)),
      {
        place: entry.cell.place,
      },
    );
  merge(into, { ...draft, actions: draft.actions.map(action => new Map(action)) }, mapping, ledger);
}

/** Finds risks by id, or by a title that one alone has. */
function riskFinder({ found, titled }: Placing): FindRisk {
  return called => {
    const text = comparableWhole(called);
    const [byId] = found.get(`risk ${text}`) ?? [];
    const [byTitle, ...others] = titled.get(text) ?? [];
    const one = byId ?? (others.length ? undefined : byTitle);
    return one && (firstText(one, 'id') ?? firstText(one, 'title'));
  };
}

/** Puts a draft to the entity that it is about, or among the entities. */
function place(draft: Entity, placing: Placing): Entity {
  const { found, mapping, ledger } = placing;
  // Each row of a Statement of Applicability is looked at by itself, as ids may be those of 2013.
  if (draft.kind === 'soa') return keep(draft, undefined, placing);
  const key = keyOf(draft);
  const before = key === undefined ? [] : (found.get(key) ?? []);
  const isPlan = draft.table.kind === 'plan';
  for (const one of before) {
    const differing = differences(one, draft, mapping);
    const isOfTable = one.table === draft.table;
    if (isOfTable && isOneMore(one, draft, differing)) {
      tellAgain(one, draft, differing, ledger);
      merge(one, draft, mapping, ledger);
      return one;
    }
    if (!differing.length || isPlan || (!isOfTable && !differing.includes('title'))) {
      merge(one, draft, mapping, ledger);
      return one;
    }
  }
  const [other] = before;
  if (other)
    ledger.remark(
      'contradiction',
      'duplicate-id',
      saying(
        '{0} stands also in {1}, with another content; both are written, this one under a name of its own',
        nameOf(draft),
        rowOf(other, draft),
      ),
      { place: placeOf(draft), text: ownName(draft) },
    );
  return keep(draft, key, placing);
}

/** Whether a row of the same table is about the same thing: it says the same, or more of what a thing has several of, or one cell names both. */
function isOneMore(one: Entity, draft: Entity, differing: readonly string[]): boolean {
  const [id, title] = ['id', 'title'].map(field => [one, draft].map(each => each.fields.get(field)?.[0]?.cell));
  const isOneCell = ([a, b]: readonly (SourceCell | undefined)[] = []): boolean => a !== undefined && a === b;
  if (isOneCell(id) || (!id?.[0] && isOneCell(title))) return !differing.includes('title');
  return differing.every(field => lists.has(field)) && (!differing.length || title?.every(cell => cell) === true);
}

function tellAgain(one: Entity, draft: Entity, differing: readonly string[], ledger: Ledger): void {
  const details = { place: placeOf(draft), text: ownName(draft) };
  if (differing.length)
    ledger.remark(
      'changed',
      'added-row',
      saying('The row is added to {0}: {1} is one', rowOf(one, draft), nameOf(one)),
      details,
    );
  else if (!draft.actions.length)
    ledger.remark(
      'changed',
      'same-row',
      saying('The row says the same as {0}; {1} is written once', rowOf(one, draft), nameOf(one)),
      details,
    );
}

function keep(draft: Entity, key: string | undefined, { found, titled, all }: Placing): Entity {
  const index = (map: Map<string, Entity[]>, text: string): void => {
    map.set(text, [...(map.get(text) ?? []), draft]);
  };
  const title = firstText(draft, 'title');
  if (key !== undefined) index(found, key);
  if (draft.kind === 'risk' && title !== undefined) index(titled, comparableWhole(title));
  all.push(draft);
  return draft;
}

const entriesOf = (draft: Entity): FieldCell[] => [...draft.fields.values()].flat().slice(0, 1);

function keyOf(draft: Entity): string | undefined {
  const text = ownName(draft);
  return text === undefined ? undefined : `${draft.kind} ${comparableWhole(text)}`;
}

/** Whether a row without id and title adds to the one above: of a risk, if it has an action, or more of what a risk has several of. */
const continues = ({ kind, fields, actions }: Entity): boolean =>
  kind !== 'risk' || (actions.length > 0 && fields.size <= 1) || [...fields.keys()].every(field => lists.has(field));
