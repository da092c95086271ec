/** All declarations of the example. */
import { readdirSync, readFileSync } from 'node:fs';
import { kindKeywords } from '../../src/language/schema.ts';
import { ChunkedText } from '../../src/syntax/text/chunked-text.ts';

const folder = new URL('../../examples/acme-cloud/', import.meta.url);

/** The texts of the example's declarations, without the comments before them. */
export const exampleDeclarations: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.isms'))
  .sort()
  .flatMap(path => new ChunkedText(readFileSync(new URL(path, folder), 'utf8'), kindKeywords).chunks)
  .map(chunk => chunk.text.slice(chunk.bodyStart, chunk.bodyEnd))
  .filter(text => text !== '');
