/** What declarations say beside the keys of their kind, in documents: descriptions, words to group by, fields of the organisation's own. */

import { compareNaturally } from '../../catalogues/natural-order.ts';
import { say } from '../../wording/wording.ts';
import type { Subject } from '../artefact.ts';
import type { Block, Table } from '../blocks.ts';
import type { OwnFieldData, ParticularsData } from '../data/_shared.ts';
import { type AddedColumn, withColumns } from './_columns.ts';
import { fact } from './_facts.ts';
import { column } from './_headings.ts';

/**
 * A table with what its rows say beside its columns: a column for the description, one for the tags, and one for each field of the
 * organisation's own, as far as any row has it. `all` are what the rows are about, in the order of the rows.
 */
export function withParticulars(prose: Subject['prose'], table: Table, all: readonly ParticularsData[]): Table {
  return withColumns(table, addedColumns(prose, table, all), all);
}

type Added = AddedColumn<ParticularsData>;

function addedColumns(prose: Subject['prose'], { columns }: Table, all: readonly ParticularsData[]): Added[] {
  const isShown = columns.some(({ id }) => id === 'description');
  return [
    ...(!isShown && all.some(({ description }) => description !== null) ? [descriptionColumn(prose)] : []),
    ...(all.some(({ tags }) => tags.length) ? [tagsColumn()] : []),
    ...fieldsOf(all).map(fieldColumn),
  ];
}

const descriptionColumn = (prose: Subject['prose']): Added => ({
  column: column('description', 'Description', 'prose'),
  cell: ({ description }) => (description === null ? undefined : { type: 'prose', blocks: prose(description) }),
});

const tagsColumn = (): Added => ({ column: column('tags', 'Tags', 'ids'), cell: ({ tags }) => tags });

const fieldColumn = ({ id, title }: OwnFieldData): Added => ({
  column: { id: `field-${id}`, title: title ?? id, kind: 'names' },
  cell: ({ fields }) => fields.filter(field => field.id === id).flatMap(({ values }) => values),
});

/** Each field that any of them states, in the natural order of the names. */
function fieldsOf(all: readonly ParticularsData[]): OwnFieldData[] {
  const found = new Map(all.flatMap(({ fields }) => fields.map(field => [field.id, field] as const)));
  return [...found.values()].sort((a, b) => compareNaturally(a.id, b.id));
}

/** The same in a line, for what stands within a cell; undefined where nothing is said. */
export const particularsText = ({ description, tags, fields }: ParticularsData): string | undefined =>
  [description, tags.length ? say('tags {0}', tags.join(' ')) : null, ...fields.map(fieldText)]
    .filter(part => part)
    .join(', ') || undefined;

const fieldText = ({ id, title, values }: OwnFieldData): string => `${title ?? id}: ${values.join(' ')}`;

/** The same for a part of a document that is about one thing. */
export const particularsPart = (
  prose: Subject['prose'],
  { description, tags, fields }: ParticularsData,
): readonly Block[] => [
  ...(description === null ? [] : prose(description)),
  ...(tags.length || fields.length
    ? [
        {
          type: 'facts' as const,
          facts: [
            ...(tags.length ? [fact('tags', 'Tags', tags.join(', '))] : []),
            ...fields.map(({ id, title, values }) => ({
              id: `field-${id}`,
              label: title ?? id,
              value: values.join(', '),
            })),
          ],
        },
      ]
    : []),
];
