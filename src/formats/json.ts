import type { Document } from '../documents/blocks.ts';
import type { Format } from './shared/format.ts';
import { jsonText } from './shared/json-text.ts';
import type { Piece } from './shared/pieces.ts';

export const format: Format = {
  id: 'json',
  label: 'JSON',
  extension: 'json',
  mediaType: 'application/json',
  isText: true,
  can: { write: 'the data', links: false, drawings: false },
  write: writeJson,
};

/** The document's data. */
function* writeJson({ data }: Document): Generator<Piece> {
  yield jsonText(data());
}
