/** Gathers what the rows of all tables say of one thing. */
import { type SourceCell, sameText } from '../cells.ts';
import type { Ledger } from '../ledger.ts';
import { captionField } from '../recognise/cards.ts';
import type { DateOrder } from '../recognise/mapping.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import type { Table, TableRecord } from '../recognise/tables.ts';
import { columnOrder } from '../values/dates.ts';
import { isPlaceholder } from '../values/words.ts';

/** A cell of a field, with what its column is called. */
export interface FieldCell {
  readonly cell: SourceCell;
  readonly heading: string;
  /** How the dates of its column are written, if they tell. */
  readonly order?: DateOrder;
  /** Whether semicolons or lines part the lists of its column, so that commas belong to names. */
  readonly isParted?: boolean;
  /** What notes call it, if not by its heading. */
  readonly label?: string;
}

export type ActionDraft = Map<string, FieldCell>;

/** A risk, control, asset, supplier or person, as the registers have it. */
export interface Entity {
  readonly kind: 'risk' | 'soa' | 'asset' | 'supplier' | 'person';
  readonly fields: Map<string, FieldCell[]>;
  /** What the language has no home for, or what contradicts an earlier row. */
  readonly notes: FieldCell[];
  readonly actions: ActionDraft[];
  readonly table: Table;
  /** Row of the sheet, from 1. */
  readonly row: number;
}

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

export function gather(tables: readonly Table[], ledger: Ledger): Entity[] {
  const found = new Map<string, Entity[]>();
  const all: Entity[] = [];
  for (const table of [...tables].sort((a, b) => order(a) - order(b))) {
    const orders = dateOrders(table);
    const parted = partedColumns(table);
    let last: Entity | undefined;
    for (const record of table.records) {
      const draft = draftOf(table, record, orders, parted, ledger);
      if (!draft) continue;
      const placed = place(draft, last?.table === table ? last : undefined, found, all, ledger);
      if (record.isBelowLine && placed === last && !draft.fields.size)
        ledger.remark(
          'guessed',
          'continued-row',
          `The row has neither id nor title, and a line stands above it: taken for a part of ${nameOf(last)}`,
          { place: placeOf(draft) },
        );
      last = placed;
    }
  }
  return all;
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

function draftOf(
  table: Table,
  { cells, row }: TableRecord,
  orders: ReadonlyMap<number, DateOrder>,
  parted: ReadonlySet<number>,
  ledger: Ledger,
): Entity | undefined {
  const { kind } = table;
  const draft: Entity = {
    kind: kind === 'plan' ? 'risk' : kind,
    fields: new Map(),
    notes: [],
    actions: [],
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
    };
    if (field === 'ignore')
      ledger.remark('not imported', 'ignored-column', `“${heading}” is left out, as the mapping says`, { cell });
    else if (cell.kind === 'error')
      ledger.remark(
        'not understood',
        'cell-error',
        `“${heading}” holds an error of the spreadsheet, so nothing is known`,
        { cell },
      );
    else if (saysNothing(field, cell.text))
      ledger.remark('incomplete', 'placeholder', `“${heading}” says that there is nothing yet, so nothing is written`, {
        cell,
      });
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
  ledger.read(list.cell, list.heading, listed.map(({ action: title }) => `action “${title}”`).join(', '));
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
  return !speaking.has(field) && (isPlaceholder(text) || /^[\s,;.:/|…·–—-]+$/.test(text));
}

function add(fields: Entity['fields'], field: string, entry: FieldCell): void {
  fields.set(field, [...(fields.get(field) ?? []), entry]);
}

export const firstText = ({ fields }: Entity, field: string): string | undefined => fields.get(field)?.[0]?.cell.text;

/** Puts a draft to the entity that it is about, or among the entities. */
function place(
  draft: Entity,
  last: Entity | undefined,
  found: Map<string, Entity[]>,
  all: Entity[],
  ledger: Ledger,
): Entity {
  // Each row of a Statement of Applicability is looked at by itself, as ids may be those of 2013.
  if (draft.kind === 'soa') return keep(draft, undefined, found, all);
  const key = keyOf(draft);
  if (key === undefined && draft.kind === 'risk' && last && !draft.fields.has('title') && continues(draft)) {
    for (const entry of entriesOf(draft))
      ledger.remark(
        'guessed',
        'continued-row',
        `The row has neither id nor title: taken for a part of ${nameOf(last)}`,
        {
          place: entry.cell.place,
        },
      );
    merge(last, draft, ledger);
    return last;
  }
  const before = key === undefined ? [] : (found.get(key) ?? []);
  const isPlan = draft.table.kind === 'plan';
  for (const one of before) {
    const differing = differences(one, draft);
    if (!differing.length) {
      if (one.table === draft.table && !draft.actions.length)
        ledger.remark(
          'changed',
          'same-row',
          `The row says the same as row ${one.row}; ${nameOf(one)} is written once`,
          {
            place: placeOf(draft),
            text: nameOf(draft),
          },
        );
      merge(one, draft, ledger);
      return one;
    }
    if (isPlan || (one.table !== draft.table && !differing.includes('title'))) {
      merge(one, draft, ledger);
      return one;
    }
  }
  const [other] = before;
  if (other)
    ledger.remark(
      'contradiction',
      'duplicate-id',
      `${nameOf(draft)} stands also in row ${other.row}${other.table === draft.table ? '' : ` of ${sheetOf(other)}`}, with another content; both are written, this one under a name of its own`,
      { place: placeOf(draft), text: nameOf(draft) },
    );
  return keep(draft, key, found, all);
}

function keep(draft: Entity, key: string | undefined, found: Map<string, Entity[]>, all: Entity[]): Entity {
  if (key !== undefined) found.set(key, [...(found.get(key) ?? []), draft]);
  all.push(draft);
  return draft;
}

const sheetOf = ({ table: { grid } }: Entity): string => [grid.file, grid.sheet].filter(Boolean).join(', ');

const entriesOf = (draft: Entity): FieldCell[] => [...draft.fields.values()].flat().slice(0, 1);

export const placeOf = (entity: Entity): SourceCell['place'] => {
  const cell =
    [...entity.fields.values()].flat()[0]?.cell ??
    entity.notes[0]?.cell ??
    [...(entity.actions[0]?.values() ?? [])][0]?.cell;
  return cell?.place ?? { file: entity.table.grid.file, sheet: entity.table.grid.sheet, cell: `A${entity.row}` };
};

const nameOf = (entity: Entity): string => firstText(entity, 'id') ?? firstText(entity, 'title') ?? `row ${entity.row}`;

function keyOf(draft: Entity): string | undefined {
  const text = firstText(draft, 'id') ?? firstText(draft, 'title');
  return text === undefined ? undefined : `${draft.kind} ${comparableWhole(text)}`;
}

/** Whether a row without id and title adds to the one above: it has an action, or more of what a risk has several of. */
const continues = ({ fields, actions }: Entity): boolean =>
  (actions.length > 0 && fields.size <= 1) || [...fields.keys()].every(field => lists.has(field));

const lists = new Set(['asset', 'threat', 'vulnerability', 'controls', 'existingControls', 'evidence']);

/** The fields of which both say something else. */
const differences = (one: Entity, other: Entity): string[] =>
  [...other.fields].flatMap(([field, entries]) => {
    const own = one.fields.get(field);
    return own && !entries.every(entry => own.some(({ cell }) => sameText(cell.text, entry.cell.text))) ? [field] : [];
  });

function merge(into: Entity, draft: Entity, ledger: Ledger): void {
  for (const [field, entries] of draft.fields) {
    const own = into.fields.get(field);
    for (const entry of entries) {
      if (!own) add(into.fields, field, entry);
      else if (own.some(({ cell }) => sameText(cell.text, entry.cell.text))) ledger.written(entry.cell);
      else if (lists.has(field) && draft.table === into.table) add(into.fields, field, entry);
      else {
        ledger.remark(
          'contradiction',
          'differs',
          `“${entry.heading}” of ${nameOf(into)} says something else than ${own[0]?.cell.place.cell} of ${sheetOf(into)}, which counts; this is kept in notes`,
          { cell: entry.cell },
        );
        into.notes.push(entry);
      }
    }
  }
  for (const entry of draft.notes) {
    if (into.notes.some(({ cell, heading }) => heading === entry.heading && sameText(cell.text, entry.cell.text)))
      ledger.written(entry.cell);
    else into.notes.push(entry);
  }
  for (const action of draft.actions) mergeAction(into, action, ledger);
}

/** The same action may stand in the register and in the plan. */
function mergeAction(into: Entity, action: ActionDraft, ledger: Ledger): void {
  const title = action.get('action')?.cell.text;
  const same = into.actions.find(one => {
    const own = one.get('action')?.cell.text;
    return (
      (own !== undefined && title !== undefined && sameText(own, title)) || (own === title && isSameAction(one, action))
    );
  });
  if (!same) {
    into.actions.push(action);
    return;
  }
  for (const [field, entry] of action) {
    const own = same.get(field);
    if (!own) same.set(field, entry);
    else if (sameText(own.cell.text, entry.cell.text)) ledger.written(entry.cell);
    else {
      ledger.remark(
        'contradiction',
        'differs',
        `“${entry.heading}” says something else of the same action elsewhere; this is kept in notes`,
        {
          cell: entry.cell,
        },
      );
      into.notes.push(entry);
    }
  }
}

const isSameAction = (one: ActionDraft, other: ActionDraft): boolean =>
  [...other].every(([field, { cell }]) => sameText(one.get(field)?.cell.text ?? '', cell.text));
