/** What the rows of registers say of one thing. */
import { type Saying, type SayingValue, saying } from '../../wording/wording.ts';
import { type SourceCell, sheetName } from '../cells.ts';
import type { DateOrder } from '../recognise/mapping.ts';
import type { Table } from '../recognise/tables.ts';

/** A cell of a field, with what its column is called. */
export interface FieldCell {
  readonly cell: SourceCell;
  readonly heading: string;
  /** How the dates of its column are written, if they tell. */
  readonly order?: DateOrder;
  /** Whether semicolons or lines part the lists of its column, so that commas belong to names. */
  readonly isParted?: boolean;
  /** Whether its column and its like hold ratings, so that 1 and 0 are no marks. */
  readonly isRated?: boolean;
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
  /** Fields that are left open, as rows differ, with a cell that spoke of them. */
  readonly open: Map<string, FieldCell>;
  readonly table: Table;
  /** Row of the sheet, from 1. */
  readonly row: number;
}

export function add(fields: Entity['fields'], field: string, entry: FieldCell): void {
  fields.set(field, [...(fields.get(field) ?? []), entry]);
}

export const firstText = ({ fields }: Entity, field: string): string | undefined => fields.get(field)?.[0]?.cell.text;

/** How a row is called beside another. */
export const rowOf = (one: Entity, beside: Entity): Saying =>
  one.table === beside.table
    ? saying('row {0}', one.row)
    : saying('row {0} of {1}', one.row, sheetName(one.table.grid));

export const placeOf = (entity: Entity): SourceCell['place'] => {
  const cell =
    [...entity.fields.values()].flat()[0]?.cell ??
    entity.notes[0]?.cell ??
    [...(entity.actions[0]?.values() ?? [])][0]?.cell;
  return cell?.place ?? { file: entity.table.grid.file, sheet: entity.table.grid.sheet, cell: `A${entity.row}` };
};

/** What its row calls it: its id or title. */
export const ownName = (entity: Entity): string | undefined => firstText(entity, 'id') ?? firstText(entity, 'title');

export const nameOf = (entity: Entity): SayingValue => ownName(entity) ?? saying('row {0}', entity.row);
