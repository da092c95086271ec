/** @type {import('./skeleton.d.mts').Skeleton} */
export const format = {
  shape: /^[a-z][a-z0-9]*$/,
  example: 'odt',
  files: id => ({
    [`src/formats/${id}.ts`]: `import type { Document } from '../documents/blocks.ts';
import type { Format } from './shared/format.ts';
import type { Piece } from './shared/pieces.ts';

export const format: Format = {
  id: '${id}',
  label: '${id.toUpperCase()}',
  extension: '${id}',
  mediaType: 'text/plain;charset=utf-8',
  isText: true,
  can: { write: 'the main table', links: false, drawings: false },
  write,
};

/** Writes a document; whatever the model says arrives as text. */
function* write(document: Document): Generator<Piece> {
  yield document.title;
}
`,
  }),
  next: [
    'write the blocks, and say in `can` what the format does',
    'say in test/export/every-artefact.test.ts what must not come of a hostile text',
    'npm run generate',
    'npm test -- unit test/export',
  ],
};
