import type { Document } from '../documents/blocks.ts';
import type { Format } from './shared/format.ts';
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

/**
 * The document's data, indented by two spaces. Lone surrogates are escaped, so the file is always UTF-8, and so are marks of direction: the
 * data are the same, and who reads the file sees them.
 */
function* writeJson({ data }: Document): Generator<Piece> {
  yield `${JSON.stringify(data(), null, 2).replace(/[\u202A-\u202E\u2066-\u2069]/g, escaped)}\n`;
}

const escaped = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16)}`;
