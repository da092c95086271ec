import { camel, words } from './names.mjs';

/** @type {import('./skeleton.d.mts').Skeleton} */
export const artefact = {
  shape: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  example: 'supplier-register',
  files: id => ({
    [`src/documents/artefacts/${id}.ts`]: `/** ${words(id)} as a document. */
import { nameOf, named } from '../../analysis/named.ts';
import { label } from '../../model/declaration.ts';
import type { Artefact } from '../artefact.ts';
import { flatTable } from '../blocks.ts';

const ${camel(id)}: Artefact = {
  id: '${id}',
  title: '${words(id)}',
  description: 'what it tells, in a few words',
  clause: '7.5',
  parameters: [],
  build: ({ view }) => {
    const all = view.all('Supplier').map(one => named(one, label(one)));
    return {
      head: [{ id: 'count', label: 'Entries', value: all.length }],
      blocks: [
        flatTable(
          'entries',
          'Entries',
          [
            { id: 'id', title: 'Name', kind: 'id' },
            { id: 'title', title: 'Title', kind: 'title' },
          ],
          all.map(one => [one.id, nameOf(one)]),
        ),
      ],
      data: () => ({
        $schema: 'urn:isms-as-code:schema:${id}:1',
        asOf: view.asOf,
        entries: all.map(one => ({ id: one.id, title: one.title ?? null })),
      }),
      asOf: view.asOf,
    };
  },
};

export default ${camel(id)};
`,
    [`docs/schemas/${id}.schema.json`]: `${JSON.stringify(
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `urn:isms-as-code:schema:${id}:1`,
        title: words(id),
        type: 'object',
        additionalProperties: false,
        required: ['$schema', 'asOf', 'entries'],
        properties: {
          $schema: { const: `urn:isms-as-code:schema:${id}:1` },
          asOf: { type: 'string' },
          entries: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'title'],
              properties: { id: { type: 'string' }, title: { type: ['string', 'null'] } },
            },
          },
        },
      },
      null,
      2,
    )}\n`,
  }),
  next: [
    'say what the document says, as blocks and as data with its schema',
    'add its section to docs/documents.md',
    'npm run generate',
    'npm test -- unit test/export test/documents',
    'npm run docs',
  ],
};
